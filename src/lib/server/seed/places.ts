import type { GraphNode, Relation, Territory } from '#lib/domain/entities.ts';
import type { Row } from './read-table.ts';

/** Codes of the most precise territories a thing is known to be in. */
function whereabouts(node: GraphNode): { level: Territory['level']; codes: readonly string[] } {
	if (node.label === 'Territory' || node.label === 'Source') return { level: 'commune', codes: [] };
	if (node.label === 'HealthProject') {
		if (node.codesInsee) return { level: 'commune', codes: node.codesInsee };
	} else {
		if (node.codeInsee) return { level: 'commune', codes: [node.codeInsee] };
		if (node.departement) return { level: 'departement', codes: [node.departement] };
	}
	return { level: 'region', codes: node.region ? [node.region] : [] };
}

/**
 * `LOCATED_IN` from the codes of a place: the most precise one only, the rest follows from `PART_OF`.
 * A code we have no territory for names one that does not exist, which the check then tells.
 */
export function locationsOf(node: GraphNode, territories: ReadonlyMap<string, string>): Relation[] {
	const { level, codes } = whereabouts(node);
	return codes.map((code) => ({
		id: `in-${node.id}-${code.toLowerCase()}`,
		type: 'LOCATED_IN',
		source: node.id,
		target: territories.get(`${level} ${code}`) ?? code.toLowerCase()
	}));
}

/** `PART_OF` from the column `partOf` of a territory. */
export const partsOf = (id: string, cells: Row['cells']): Relation[] =>
	(Array.isArray(cells['partOf']) ? cells['partOf'] : []).map((whole) => ({
		id: `part-${id}-${whole}`,
		type: 'PART_OF',
		source: id,
		target: whole
	}));
