import type { Column } from './columns.ts';

/** One figure of one network, in numbers and in words. */
export interface FigureRow {
	network: string;
	/** `YYYY-MM-DD`. */
	day: string;
	coverage: string;
	id: string;
	name: string;
	unit: string;
	value?: number | undefined;
	low?: number | undefined;
	high?: number | undefined;
	expected?: number | undefined;
	base: number;
	known: number;
	small: boolean;
	sentence: string;
	trust: string;
	formula: string;
}

export interface FigureExport {
	title: string;
	licence: string;
	rows: readonly FigureRow[];
}

const TEXTS = ['network', 'day', 'coverage', 'id', 'name'] as const;
const NUMBERS = ['value', 'low', 'high', 'expected', 'base', 'known'] as const;
const SENTENCES = ['sentence', 'trust', 'formula'] as const;

/** A row a figure, the same in every format; what is not known is an empty cell, never a zero. */
export const figureTable = ({ licence }: FigureExport): readonly Column<FigureRow>[] => [
	...TEXTS.map((name): Column<FigureRow> => ({ name, type: 'string', value: (row) => row[name] })),
	...NUMBERS.map((name): Column<FigureRow> => ({
		name,
		type: 'double',
		value: (row) => row[name]
	})),
	{ name: 'unit', type: 'string', value: ({ unit }) => unit },
	{ name: 'small', type: 'boolean', value: ({ small }) => small },
	...SENTENCES.map((name): Column<FigureRow> => ({
		name,
		type: 'string',
		value: (row) => row[name]
	})),
	{ name: 'licence', type: 'string', value: () => licence }
];
