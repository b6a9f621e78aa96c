import type { NetworkExport } from './model.ts';

/** Plain objects in the vocabulary of the data model, as the API answers them, with the licence. */
export const toJson = (given: NetworkExport): string =>
	`${JSON.stringify(
		{
			title: given.title,
			day: given.day,
			licence: given.licence,
			nodes: given.nodes.map((node) => {
				const project = given.projects?.get(node.id);
				if (!project) return node;
				const { status, coverage, startYear, endYear, accessDimensions } = project;
				return { ...node, status, coverage, startYear, endYear, accessDimensions };
			}),
			edges: given.edges,
			sources: Object.fromEntries(
				[...new Set(given.edges.flatMap(({ sources }) => sources))]
					.sort()
					.map((id) => [id, given.sourceNames.get(id) ?? id])
			)
		},
		undefined,
		'\t'
	)}\n`;
