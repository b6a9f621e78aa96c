import type { Block, Figure } from '../document.ts';
import { fitsHere, writeBlock } from './blocks.ts';
import type { Doc, Struct } from './sheet.ts';

type FigureBlock = Extract<Block, { kind: 'figure' }>;

/** Rows of a table beyond which a figure does not wait for its end. */
const LONG_TABLE = 14;

/**
 * Blocks one after the other, but for a figure that has no room on the page begun: what follows it of the
 * same subject fills that page, and it stands on the next. It is read where it was told: under its title.
 */
export class Flow {
	readonly #waiting: { block: FigureBlock; section: Struct }[] = [];

	constructor(
		private readonly doc: Doc,
		private readonly pictures: ReadonlyMap<Figure, Uint8Array>
	) {}

	write(section: Struct, block: Block): void {
		if (
			block.kind === 'figure' &&
			(this.#waiting.length > 0 || !fitsHere(this.doc, block.figure))
		) {
			this.#waiting.push({ block, section });
			return;
		}
		if (block.kind === 'heading' && block.level === 2) this.finish();
		// Far from what it shows, a figure says nothing.
		if (block.kind === 'table' && block.rows.length > LONG_TABLE) this.finish();
		writeBlock(this.doc, section, block, this.pictures);
		// Between a title and its words, a figure would seem to be theirs.
		if (block.kind !== 'heading') this.#place();
	}

	/** Figures that wait and have room now, in their order. */
	#place(): void {
		for (let next = this.#waiting[0]; next && fitsHere(this.doc, next.block.figure);) {
			this.#waiting.shift();
			writeBlock(this.doc, next.section, next.block, this.pictures);
			next = this.#waiting[0];
		}
	}

	/** Every figure that waits, wherever there is room. */
	finish(): void {
		for (const { section, block } of this.#waiting.splice(0))
			writeBlock(this.doc, section, block, this.pictures);
	}
}
