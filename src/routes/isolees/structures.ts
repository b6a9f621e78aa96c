import type { Coverage } from '#lib/domain/vocabulary/project-kinds.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { apartReasons } from '#lib/i18n/apart-sentences.ts';
import { regionLabel } from '#lib/i18n/labels.ts';
import { ISOLATION_CLASSES, type IsolationClass } from '#lib/network/model.ts';
import type { IsolatedStructure } from '#lib/server/catalogue.ts';

/** One ground, and the projects it holds in. */
export interface Ground {
	class: IsolationClass;
	certainty: IsolatedStructure['certainty'];
	disputed: boolean;
	/** What is known of it there, in words; empty when there is nothing to add. */
	reasons: string;
	partners: readonly string[];
	/** Its partners outside the network it was judged in. */
	elsewhere: readonly string[];
	since?: string | undefined;
	/** None when it was judged in its territory. */
	projects: { id: string; name: string; coverage: Coverage }[];
}

export type Statement = NonNullable<IsolatedStructure['statements']>[number];

/** A structure that stands apart, whatever the number of projects it is judged in. */
export interface ApartStructure extends Pick<
	IsolatedStructure,
	'actorId' | 'name' | 'kind' | 'region' | 'departement'
> {
	/** The most alone first. */
	grounds: Ground[];
	/** What people say of it, each once, the oldest first. */
	statements: Statement[];
}

const rank = ({ class: of }: Pick<Ground, 'class'>): number => ISOLATION_CLASSES.indexOf(of);

/** Rows of the same structure in one: what is the same in several projects is said once. In their order. */
export function joinRows(
	rows: readonly IsolatedStructure[],
	cards: ReadonlyMap<string, Pick<ProjectCard, 'id' | 'name' | 'coverage'>>
): ApartStructure[] {
	const structures = new Map<string, ApartStructure>();
	for (const row of rows) {
		const { actorId, name, kind, region, departement } = row;
		const structure = structures.get(actorId) ?? {
			...{ actorId, name, kind, region, departement },
			...{ grounds: [], statements: [] }
		};
		structures.set(actorId, structure);
		for (const said of row.statements ?? [])
			if (!structure.statements.some(({ claimId }) => claimId === said.claimId))
				structure.statements.push(said);
		const {
			class: of,
			certainty,
			since,
			withNames: partners,
			elsewhereNames: elsewhere = []
		} = row;
		const reasons = apartReasons(row, partners, elsewhere);
		const disputed = row.disputed ?? false;
		const same = (other: Ground): boolean =>
			other.class === of &&
			other.reasons === reasons &&
			other.certainty === certainty &&
			other.disputed === disputed &&
			other.since === since;
		let ground = structure.grounds.find(same);
		if (!ground) {
			ground = {
				class: of,
				certainty,
				disputed,
				reasons,
				partners,
				elsewhere,
				since,
				projects: []
			};
			structure.grounds.push(ground);
		}
		const card = row.projectId === undefined ? undefined : cards.get(row.projectId);
		if (card) ground.projects.push({ id: card.id, name: card.name, coverage: card.coverage });
	}
	for (const { grounds } of structures.values()) grounds.sort((a, b) => rank(a) - rank(b));
	return [...structures.values()];
}

export const SORTS = ['territoire', 'nom', 'motif', 'distance'] as const;
export type Sort = (typeof SORTS)[number];

const collator = new Intl.Collator('fr');
/** By region, then département; what is nowhere comes last. */
const placeName = ({ region, departement }: ApartStructure): string =>
	`${region === undefined ? 'zz' : regionLabel(region)} ${departement ?? 'zz'}`;
const placeKey = ({ region, departement }: ApartStructure): string => `${region} ${departement}`;

/** Which place comes when: tens of thousands of structures stand in a hundred of them. */
function placeRanks(structures: readonly ApartStructure[]): ReadonlyMap<string, number> {
	const one = [...new Map(structures.map((each) => [placeKey(each), each])).values()];
	const sorted = one
		.map((each) => ({ key: placeKey(each), name: placeName(each) }))
		.sort((a, b) => collator.compare(a.name, b.name));
	return new Map(sorted.map(({ key }, i) => [key, i]));
}

/**
 * Sorted by territory, by name, by ground or by distance, then by name.
 * @param kmOf kilometres to the nearest that cooperates; who has none known comes last
 */
export function inOrder(
	structures: readonly ApartStructure[],
	sort: Sort,
	kmOf: (id: string) => number | undefined = () => undefined
): ApartStructure[] {
	const far = ({ actorId }: ApartStructure): number => kmOf(actorId) ?? Number.MAX_VALUE;
	const worst = ({ grounds: [first] }: ApartStructure): number => (first ? rank(first) : 99);
	const places = sort === 'territoire' ? placeRanks(structures) : new Map<string, number>();
	const place = (structure: ApartStructure): number => places.get(placeKey(structure)) ?? 0;
	const compare: Record<Sort, (a: ApartStructure, b: ApartStructure) => number> = {
		territoire: (a, b) => place(a) - place(b),
		nom: () => 0,
		motif: (a, b) => worst(a) - worst(b),
		distance: (a, b) => far(a) - far(b)
	};
	return [...structures].sort(
		(a, b) =>
			compare[sort](a, b) || collator.compare(a.name, b.name) || (a.actorId < b.actorId ? -1 : 1)
	);
}
