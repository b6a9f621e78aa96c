import { edgeColumns, nodeColumns, type Column } from './columns.ts';
import type { NetworkExport } from './model.ts';
import { xml } from './xml.ts';

/** Keys are the properties' names: every reader shows them. */
function keys<Item>(domain: 'node' | 'edge', columns: readonly Column<Item>[]): string {
	return columns
		.map(
			({ name, type }) =>
				`\t<key id="${domain}_${xml(name)}" for="${domain}" attr.name="${xml(name)}" attr.type="${type}"/>`
		)
		.join('\n');
}

function data<Item>(domain: 'node' | 'edge', item: Item, columns: readonly Column<Item>[]): string {
	return columns
		.flatMap(({ name, value }) => {
			const cell = value(item);
			return cell === undefined
				? []
				: `<data key="${domain}_${xml(name)}">${xml(String(cell))}</data>`;
		})
		.join('');
}

/** GraphML (graphml.graphdrawing.org), directed, parallel edges kept by their ids. */
export function toGraphml(given: NetworkExport): string {
	const properties: Column<(typeof given.nodes)[number]>[] = [
		{ name: 'name', type: 'string', value: ({ name }) => name },
		...nodeColumns(given)
	];
	const columns = edgeColumns(given.sourceNames);
	const nodes = given.nodes.map(
		(node) => `\t\t<node id="${xml(node.id)}">${data('node', node, properties)}</node>`
	);
	const edges = given.edges.map(
		(edge) =>
			`\t\t<edge id="${xml(edge.id)}" source="${xml(edge.source)}" target="${xml(edge.target)}">${data('edge', edge, columns)}</edge>`
	);
	return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
	<key id="graph_title" for="graph" attr.name="title" attr.type="string"/>
	<key id="graph_day" for="graph" attr.name="day" attr.type="string"/>
	<key id="graph_licence" for="graph" attr.name="licence" attr.type="string"/>
${keys('node', properties)}
${keys('edge', columns)}
	<graph id="maillage" edgedefault="directed">
		<data key="graph_title">${xml(given.title)}</data>
		<data key="graph_day">${xml(given.day)}</data>
		<data key="graph_licence">${xml(given.licence)}</data>
${nodes.join('\n')}
${edges.join('\n')}
	</graph>
</graphml>
`;
}
