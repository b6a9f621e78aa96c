import type { Dossier, Passage, Section } from './document.ts';
import { passageKey } from './passages/passage.ts';

/** How far a section is: nothing said yet, said by the data alone, its own words written, to look at again. */
export type SectionState = 'empty' | 'prefilled' | 'written' | 'review';

export function stateOf({ passages }: Section): SectionState {
	const states = passages.map(({ state }) => state);
	if (states.includes('review')) return 'review';
	if (passages.at(-1)?.state === 'written') return 'written';
	return states.some((state) => state === 'data' || state === 'written') ? 'prefilled' : 'empty';
}

/** What is still to be done in one place of a dossier. */
export interface Task {
	key: string;
	section: string;
	/** The subject's title, where the section has several. */
	title?: string | undefined;
	what: Extract<Passage['state'], 'gap' | 'to_write' | 'review'>;
}

/** What is missing, in the order of the document: gaps nobody filled, words to write, words the data have left behind. */
export const tasksOf = ({ sections }: Pick<Dossier, 'sections'>): Task[] =>
	sections.flatMap((section) =>
		section.passages.flatMap(({ id, title, state }) =>
			state === 'gap' || state === 'to_write' || state === 'review'
				? [{ key: passageKey(section.id, id), section: section.title, title, what: state }]
				: []
		)
	);
