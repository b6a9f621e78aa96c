import { FileRefusedError } from '../problem.ts';
import { insideItself } from './cycles.ts';
import { tableOfRecords, type GraphRecord, type GraphTables } from './tables.ts';
import { readXml } from './xml.ts';

type Part = 'node' | 'edge';

interface Declared {
	title: string;
	/** For those that say nothing. */
	byDefault?: string | undefined;
}

interface Item {
	line: number;
	own: (readonly [string, string])[];
	/** Values by the id of their attribute. */
	said: { id: string; value: string; line: number }[];
}

const OWN: Record<Part, readonly string[]> = {
	node: ['id', 'label'],
	edge: ['id', 'source', 'target', 'label', 'start', 'end']
};

class GexfReader {
	readonly items: Record<Part, Item[]> = { node: [], edge: [] };
	readonly declared: Record<Part, Map<string, Declared>> = { node: new Map(), edge: new Map() };
	/** Node → the node it is inside. */
	readonly parents = new Map<string, string>();
	#part: Part | undefined;
	#attribute: Declared | undefined;
	#text: string | undefined;
	readonly #open: { part: Part; item: Item; id: string }[] = [];

	open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
		const { id = '', title, value } = attributes;
		if (name === 'attributes') this.#part = attributes['class'] === 'edge' ? 'edge' : 'node';
		else if (name === 'attribute' && this.#part) {
			this.#attribute = { title: title ?? id };
			this.declared[this.#part].set(id, this.#attribute);
		} else if (name === 'default' && this.#attribute) this.#text = '';
		else if (name === 'node' || name === 'edge') this.#begin(name, attributes, line);
		else if (name === 'attvalue')
			// GEXF 1.1 writes `id` where 1.2 and 1.3 write `for`.
			this.#open.at(-1)?.item.said.push({ id: attributes['for'] ?? id, value: value ?? '', line });
	}

	#begin(part: Part, attributes: Readonly<Record<string, string>>, line: number): void {
		const { id = '', pid } = attributes;
		const item: Item = {
			line,
			own: OWN[part].flatMap((key): [string, string][] => {
				const value = attributes[key];
				return value === undefined ? [] : [[key, value]];
			}),
			said: []
		};
		if (part === 'node') {
			const around = this.#open.findLast((open) => open.part === 'node')?.id;
			const parent = pid ?? around;
			if (parent !== undefined) this.parents.set(id, parent);
		}
		this.items[part].push(item);
		this.#open.push({ part, item, id });
	}

	text(text: string): void {
		if (this.#text !== undefined) this.#text += text;
	}

	close(name: string): void {
		if (name === 'attributes') this.#part = undefined;
		else if (name === 'attribute') this.#attribute = undefined;
		else if (name === 'default' && this.#attribute) {
			this.#attribute.byDefault = this.#text?.trim();
			this.#text = undefined;
		} else if (name === 'node' || name === 'edge') this.#open.pop();
	}

	records(part: Part): GraphRecord[] {
		const declared = this.declared[part];
		const defaults = [...declared.values()].flatMap(({ title, byDefault }): [string, string][] =>
			byDefault ? [[title, byDefault]] : []
		);
		return this.items[part].map(({ line, own, said }) => ({
			line,
			values: [
				...own,
				...said.map(({ id, value, line: at }): [string, string] => {
					const title = declared.get(id)?.title;
					if (title === undefined)
						throw new FileRefusedError('undeclared_attribute', { line: at, value: id });
					return [title, value];
				}),
				...defaults
			]
		}));
	}
}

/**
 * GEXF 1.1 to 1.3 (gexf.net): nodes and edges with their attributes by title; how they are drawn is
 * left out.
 * @throws {FileRefusedError}
 */
export function readGexf(text: string): GraphTables {
	const reader = new GexfReader();
	readXml(text, reader);
	const cyclic = insideItself(reader.parents);
	if (cyclic !== undefined) throw new FileRefusedError('cyclic_reference', { value: cyclic });
	return {
		format: 'gexf',
		nodes: tableOfRecords(['id', 'label'], reader.records('node')),
		edges: tableOfRecords(['id', 'source', 'target'], reader.records('edge'))
	};
}
