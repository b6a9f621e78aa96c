import type { ClaimView, RelationView, SourceRef } from '#lib/domain/views.ts';

/** Sources of one sheet, each with the number its statements cite. */
export interface Bibliography {
	sources: SourceRef[];
	numberOf: ReadonlyMap<string, number>;
}

/** What a part of a sheet needs to cite: the numbers, and the prefix of their anchors in its list. */
export interface Citing {
	numbers: Bibliography;
	anchor: string;
}

/** Numbers the sources in the order a reader meets them: the sheet's own claims, then each relation's. */
export function bibliography(
	relations: readonly Pick<RelationView, 'claims'>[],
	claims: readonly ClaimView[] = []
): Bibliography {
	const found = new Map<string, SourceRef>();
	for (const claim of [...claims, ...relations.flatMap((relation) => relation.claims)])
		if (claim.source && !found.has(claim.source.id)) found.set(claim.source.id, claim.source);
	return {
		sources: [...found.values()],
		numberOf: new Map([...found.keys()].map((id, index) => [id, index + 1]))
	};
}
