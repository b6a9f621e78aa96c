/** A proposal ready to be set: what a page shows and a Word file holds, in one language. */
import type { SourceRef } from '#lib/domain/views.ts';

/** A piece of text and the numbers of the sources it rests on. */
export interface Run {
	text: string;
	sources?: readonly number[] | undefined;
	/** Put forward by the team itself, on no source. */
	team?: boolean | undefined;
	/** Not there yet: a scenario plans it. */
	planned?: boolean | undefined;
}

export interface Figure {
	/** A whole SVG document, without scripts or outside references. */
	svg: string;
	/** Of its view box. */
	width: number;
	height: number;
}

/** Part of the address of a figure. */
export type FigureId =
	'reseau' | 'reseau-apres' | 'carte' | 'partage' | 'financement' | 'financement-prevu';

export type Block =
	| { kind: 'paragraph'; runs: readonly Run[] }
	/** Under a section's own: 2 for one of its subjects, 3 inside a subject. */
	| { kind: 'heading'; level: 2 | 3; text: string }
	| { kind: 'list'; items: readonly (readonly Run[])[] }
	| { kind: 'facts'; rows: readonly { term: string; runs: readonly Run[] }[] }
	| {
			kind: 'table';
			caption: string;
			head: readonly string[];
			rows: readonly (readonly Run[])[];
			/** Columns read as numbers, set to the right. */
			numeric?: readonly number[] | undefined;
	  }
	| { kind: 'figure'; id: FigureId; figure: Figure; caption: string; alt: string }
	/** Not collected: said, never left out. */
	| { kind: 'gap'; text: string }
	/** Left to the team. */
	| { kind: 'team'; text: string };

export type RuleState = 'satisfied' | 'to_confirm' | 'missing';

export interface RuleResult {
	id: string;
	statement: string;
	state: RuleState;
	/** What was found, or that nothing was. */
	found: string;
	/** What to do; empty when satisfied. */
	remedy: string;
	reference?: string | undefined;
}

/** One subject of a section: prefilled from the data, or written by the team. */
export interface Passage {
	/** `cooperations`, in its section; `equipe` for what only the team can say. */
	id: string;
	/** Where the section has several. */
	title?: string | undefined;
	blocks: readonly Block[];
	/** What the data say there, as it is edited. */
	said: string;
	/** `review`: written, and the data have changed since. */
	state: 'data' | 'gap' | 'to_write' | 'written' | 'review';
}

export interface Section {
	id: string;
	title: string;
	passages: readonly Passage[];
}

export interface Dossier {
	title: string;
	/** « Projet territorial de santé », the framework's name. */
	framework: string;
	/** Project, region, day and revision it shows. */
	about: readonly string[];
	/** Written and printed as a letter of two pages, to whom. */
	letter?: { to: string } | undefined;
	sections: readonly Section[];
	rules: readonly RuleResult[];
	/** Numbered from one, in this order. */
	sources: readonly SourceRef[];
	/** Methods and limits. */
	annex: readonly Block[];
	/** What the framework is drawn from, and whether that was checked. */
	references: readonly string[];
}

/** A section as it is read: its subjects one after the other, under their titles. */
export const blocksOf = ({ passages }: Section): Block[] =>
	passages.flatMap(({ title, blocks }) => [
		...(title === undefined ? [] : [{ kind: 'heading' as const, level: 2 as const, text: title }]),
		...blocks
	]);
