import type { Catalogue } from '#lib/server/catalogue.ts';

/** Titles of what the relations of these structures and the claims about them rest on, by their ids. */
export async function citedTitles(
	{ network, repository }: Pick<Catalogue, 'network' | 'repository'>,
	ids: readonly string[]
): Promise<ReadonlyMap<string, readonly string[]>> {
	const [prepared, claims] = await Promise.all([
		network({ kind: 'all' }),
		repository.claimsAbout(ids)
	]);
	const cited = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
	for (const { source, target, sources } of prepared?.network.edges ?? [])
		for (const id of [source, target]) for (const each of sources) cited.get(id)?.add(each);
	for (const { aboutId, sourceId } of claims)
		if (sourceId !== undefined) cited.get(aboutId)?.add(sourceId);
	const every = [...new Set([...cited.values()].flatMap((each) => [...each]))];
	const nodes = await repository.nodes(every);
	const titles = new Map(nodes.map(({ id, name }) => [id, name]));
	return new Map(
		[...cited].map(([id, sources]) => [id, [...sources].map((s) => titles.get(s) ?? s).sort()])
	);
}
