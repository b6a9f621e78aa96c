import { compareText } from './order.ts';

/**
 * Groups of ids joined by pairs, largest first, then by first id; ids within a group sorted.
 * Breadth-first search: linear in ids and pairs, apart from sorting.
 */
export function componentsOf(
	ids: Iterable<string>,
	neighbours: (id: string) => Iterable<string>
): string[][] {
	const seen = new Set<string>();
	const groups: string[][] = [];
	for (const start of ids) {
		if (seen.has(start)) continue;
		seen.add(start);
		const group = [start];
		for (const id of group) {
			for (const next of neighbours(id)) {
				if (seen.has(next)) continue;
				seen.add(next);
				group.push(next);
			}
		}
		groups.push(group.sort(compareText));
	}
	return groups.sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''));
}
