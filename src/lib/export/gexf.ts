import { edgeColumns, nodeColumns, type Column } from './columns.ts';
import type { NetworkExport } from './model.ts';
import { xml } from './xml.ts';

function attributes<Item>(kind: 'node' | 'edge', columns: readonly Column<Item>[]): string {
	const lines = columns.map(
		({ name, type }, index) =>
			`\t\t\t<attribute id="${index}" title="${xml(name)}" type="${type}"/>`
	);
	return `\t\t<attributes class="${kind}">\n${lines.join('\n')}\n\t\t</attributes>`;
}

function values<Item>(item: Item, columns: readonly Column<Item>[]): string {
	const cells = columns.flatMap(({ value }, index) => {
		const cell = value(item);
		return cell === undefined ? [] : `<attvalue for="${index}" value="${xml(String(cell))}"/>`;
	});
	return cells.length > 0 ? `<attvalues>${cells.join('')}</attvalues>` : '';
}

/** GEXF 1.3 (gexf.net), with positions when there are some. */
export function toGexf(given: NetworkExport): string {
	const { nodes, edges, positions } = given;
	const columns = edgeColumns(given.sourceNames);
	const properties = nodeColumns(given);
	const nodeLines = nodes.map((node) => {
		const at = positions?.get(node.id);
		const place = at ? `<viz:position x="${at.x}" y="${-at.y}"/>` : '';
		return `\t\t\t<node id="${xml(node.id)}" label="${xml(node.name)}">${values(node, properties)}${place}</node>`;
	});
	const edgeLines = edges.map(
		(edge) =>
			`\t\t\t<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}">${values(edge, columns)}</edge>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
	<meta lastmodifieddate="${xml(given.day)}">
		<title>${xml(given.title)}</title>
		<description>${xml(given.licence)}</description>
	</meta>
	<graph mode="static" defaultedgetype="directed">
${attributes('node', properties)}
${attributes('edge', columns)}
		<nodes>
${nodeLines.join('\n')}
		</nodes>
		<edges>
${edgeLines.join('\n')}
		</edges>
	</graph>
</gexf>
`;
}
