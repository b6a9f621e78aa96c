// The one door to the layout: until `network/layout` is there, a spiral by id, under version 0 so that
// every stored picture is made again as soon as it comes.
import type { IsolationRow, Layout, Network, Position } from '#lib/network/model.ts';

export const LAYOUT_VERSION = 0;

export function computeLayout(network: Network, isolated: readonly IsolationRow[]): Layout {
	void isolated;
	const positions = new Map<string, Position>();
	network.nodes.forEach((node, i) => {
		const r = 1.6 * Math.sqrt(i + 0.5);
		const a = i * 2.399963;
		positions.set(node.id, { x: r * Math.cos(a), y: r * Math.sin(a), zone: 'network' });
	});
	const r = 1.6 * Math.sqrt(network.nodes.length + 1);
	return {
		version: LAYOUT_VERSION,
		positions,
		bounds: { minX: -r, minY: -r, maxX: r, maxY: r }
	};
}
export const encodeLayout = (layout: Layout): string =>
	JSON.stringify({ ...layout, positions: [...layout.positions] });
export function decodeLayout(data: string): Layout | undefined {
	const raw = JSON.parse(data) as Omit<Layout, 'positions'> & { positions: [string, Position][] };
	return { ...raw, positions: new Map(raw.positions) };
}
export const layoutFingerprint = (network: Network, isolated: readonly IsolationRow[]): string =>
	`${network.nodes.map((n) => n.id).join()} ${isolated.length}`;
