import type { SourceRef } from '#lib/domain/views.ts';
import type { Block, Run, Section } from './document.ts';

const inRuns = (runs: readonly Run[], change: (run: Run) => Run): Run[] => runs.map(change);

function inBlock(block: Block, change: (run: Run) => Run): Block {
	switch (block.kind) {
		case 'paragraph':
			return { ...block, runs: inRuns(block.runs, change) };
		case 'list':
			return { ...block, items: block.items.map((item) => inRuns(item, change)) };
		case 'facts':
			return {
				...block,
				rows: block.rows.map((row) => ({ ...row, runs: inRuns(row.runs, change) }))
			};
		case 'table':
			return { ...block, rows: block.rows.map((row) => inRuns(row, change)) };
		default:
			return block;
	}
}

/**
 * Numbers sources again in the order a reader meets them, and leaves out those that nothing cites any
 * more: a team may have written over the sentence that did.
 */
export function renumbered(
	sections: readonly Section[],
	sources: readonly SourceRef[]
): { sections: Section[]; sources: SourceRef[] } {
	const numbers = new Map<number, number>();
	const cited: SourceRef[] = [];
	const numberOf = (old: number): number => {
		const known = numbers.get(old);
		const source = sources[old - 1];
		if (known !== undefined || !source) return known ?? old;
		const number = cited.push(source);
		numbers.set(old, number);
		return number;
	};
	const change = (run: Run): Run =>
		run.sources ? { ...run, sources: run.sources.map(numberOf) } : run;
	return {
		sections: sections.map((section) => ({
			...section,
			passages: section.passages.map((passage) => ({
				...passage,
				blocks: passage.blocks.map((block) => inBlock(block, change))
			}))
		})),
		sources: cited
	};
}
