import { miniature, type MiniatureData } from '#lib/explorer/miniature.ts';
import type { PreparedNetwork } from '#lib/server/catalogue.ts';

/** A structure that is in several of the networks compared, at its place in one. */
export interface Mark {
	id: string;
	x: number;
	y: number;
}

export interface Picture {
	data: MiniatureData;
	marks: Mark[];
}

export interface SharedStructure {
	id: string;
	label: 'Actor' | 'Funder';
	kind: string;
	name: string;
	/** Places, in the list, of the networks it is in. */
	networks: number[];
}

/** Structures that are members of two networks at least: in the most first, then by name. */
export function sharedStructures(networks: readonly PreparedNetwork[]): SharedStructure[] {
	const found = new Map<string, SharedStructure>();
	networks.forEach(({ network }, at) => {
		for (const { id, label, kind, name, member } of network.nodes) {
			if (!member || (label !== 'Actor' && label !== 'Funder')) continue;
			const known = found.get(id);
			if (known) known.networks.push(at);
			else found.set(id, { id, label, kind, name, networks: [at] });
		}
	});
	return [...found.values()]
		.filter(({ networks }) => networks.length > 1)
		.sort((a, b) => b.networks.length - a.networks.length || a.name.localeCompare(b.name, 'fr'));
}

/** Pictures of the stored layouts, all in frames of one size and one scale: a small network stays small. */
export function picturesOf(
	networks: readonly PreparedNetwork[],
	shared: readonly SharedStructure[]
): Picture[] {
	const drawn = networks.map(({ network, layout }) => miniature(network, layout));
	const boxes = drawn.map(({ viewBox }) => viewBox.split(' ').map(Number));
	const width = Math.max(...boxes.map(([, , w = 0]) => w));
	const height = Math.max(...boxes.map(([, , , h = 0]) => h));
	return drawn.map((data, at) => {
		const [x = 0, y = 0, w = 0, h = 0] = boxes[at] ?? [];
		const corner = [x + (w - width) / 2, y + (h - height) / 2].map(
			(value) => Math.round(value * 10) / 10
		);
		const positions = networks[at]?.layout.positions;
		return {
			data: { ...data, viewBox: [...corner, width, height].join(' ') },
			marks: shared.flatMap(({ id, networks: where }) => {
				const place = where.includes(at) ? positions?.get(id) : undefined;
				return place ? [{ id, x: place.x, y: place.y }] : [];
			})
		};
	});
}
