import { FileRefusedError } from '../problem.ts';
import { tableOfRecords, type GraphRecord, type GraphTables } from './tables.ts';
import { readXml } from './xml.ts';

type Part = 'node' | 'edge';

interface Key {
	name: string;
	/** `node`, `edge`, `all`… */
	of: string;
	byDefault?: string | undefined;
}

interface Item {
	line: number;
	own: (readonly [string, string])[];
	said: { key: string; value: string; line: number }[];
}

const OWN: Record<Part, readonly string[]> = { node: ['id'], edge: ['id', 'source', 'target'] };

class GraphmlReader {
	readonly items: Record<Part, Item[]> = { node: [], edge: [] };
	readonly #keys = new Map<string, Key>();
	#key: Key | undefined;
	#data: { key: string; value: string; line: number } | undefined;
	/** Elements open inside a value: what programs draw with. */
	#inside: string[] = [];
	/** Text of a default, or of a name inside what is drawn. */
	#text: string | undefined;
	readonly #open: Item[] = [];

	open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
		if (this.#data) {
			this.#inside.push(name);
			// yEd keeps names among the drawing.
			if (name === 'NodeLabel' || name === 'EdgeLabel') this.#text = '';
		} else if (name === 'hyperedge') throw new FileRefusedError('hyperedge', { line });
		else if (name === 'key') {
			const id = attributes['id'] ?? '';
			this.#key = { name: attributes['attr.name'] ?? id, of: attributes['for'] ?? 'all' };
			this.#keys.set(id, this.#key);
		} else if (name === 'default' && this.#key) this.#text = '';
		else if (name === 'data') this.#data = { key: attributes['key'] ?? '', value: '', line };
		else if (name === 'node' || name === 'edge') {
			const own = OWN[name].flatMap((key): [string, string][] => {
				const value = attributes[key];
				return value === undefined ? [] : [[key, value]];
			});
			const item = { line, own, said: [] };
			this.items[name].push(item);
			this.#open.push(item);
		}
	}

	text(text: string): void {
		if (this.#text !== undefined) this.#text += text;
		else if (this.#data && this.#inside.length === 0) this.#data.value += text;
	}

	close(name: string): void {
		const item = this.#open.at(-1);
		if (this.#data && this.#inside.length > 0) {
			this.#inside.pop();
			if (this.#text === undefined || !name.endsWith('Label')) return;
			const label = this.#text.trim();
			if (label !== '' && item) item.own = [...item.own, ['label', label]];
			this.#text = undefined;
		} else if (name === 'default' && this.#key) {
			this.#key.byDefault = this.#text?.trim();
			this.#text = undefined;
		} else if (name === 'key') this.#key = undefined;
		else if (name === 'data') {
			if (this.#data && item) item.said.push(this.#data);
			this.#data = undefined;
		} else if (name === 'node' || name === 'edge') this.#open.pop();
	}

	records(part: Part): GraphRecord[] {
		const defaults = [...this.#keys.values()].flatMap(({ name, of, byDefault }) =>
			byDefault && (of === part || of === 'all') ? [[name, byDefault] as const] : []
		);
		return this.items[part].map(({ line, own, said }) => ({
			line,
			values: [
				...own,
				...said.map(({ key, value, line: at }): [string, string] => {
					const name = this.#keys.get(key)?.name;
					if (name === undefined)
						throw new FileRefusedError('undeclared_attribute', { line: at, value: key });
					return [name, value.trim()];
				}),
				...defaults
			]
		}));
	}
}

/**
 * GraphML (graphml.graphdrawing.org): nodes and edges of all its graphs, nested ones included, with
 * their data by name.
 * @throws {FileRefusedError}
 */
export function readGraphml(text: string): GraphTables {
	const reader = new GraphmlReader();
	readXml(text, reader);
	return {
		format: 'graphml',
		nodes: tableOfRecords(['id'], reader.records('node')),
		edges: tableOfRecords(['id', 'source', 'target'], reader.records('edge'))
	};
}
