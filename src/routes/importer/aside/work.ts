import type { Choices } from '#lib/import/choices.ts';
import type { Understood } from '#lib/import/understand.ts';
import type { Control } from '#lib/server/import/control.ts';
import { previewImport, writeImport, type FileGiven } from '#lib/server/import/import-file.ts';
import { undoRevision } from '#lib/server/import/undo.ts';
import type { Repository } from '#lib/server/repository.ts';
import { refusedFile, type RefusedFile } from '../refusees/refused-file.ts';
import { viewOf, type View } from '../view.server.ts';
import { inWords } from './words.ts';

export interface OfFile {
	file: FileGiven;
	choices: Choices;
	who: string;
}

/** What a page needs of a preview: its words, and how the file was understood, without its rows. */
export interface Seen {
	view: View;
	understood: Understood;
}

const withoutRows = (understood: Understood): Understood => ({
	...understood,
	rows: [],
	...(understood.ties && { ties: { ...understood.ties, rows: [] } })
});

/** What takes as long as a file is large: plain data in and out, so that a thread may do it. */
const WORK = {
	async preview(
		repository: Repository,
		{ file, ...given }: OfFile,
		control: Control
	): Promise<Seen> {
		const preview = await previewImport(repository, file, { ...given, ...control });
		const { understood } = preview;
		return { view: viewOf(preview, given.choices), understood: withoutRows(understood) };
	},

	/** The refused rows as the file writes them, each with its reason: to correct and drop again. */
	async refused(
		repository: Repository,
		{ file, ...given }: OfFile,
		control: Control
	): Promise<RefusedFile> {
		return refusedFile(await previewImport(repository, file, { ...given, ...control }));
	},

	/** Number of the revision; `null` when nothing is new, `undefined` when rows are in doubt. */
	async write(
		repository: Repository,
		{ file, ...given }: OfFile,
		control: Control
	): Promise<number | null | undefined> {
		const how = { ...given, ...control, skipRefused: true };
		const { revision } = await writeImport(repository, file, how);
		return revision === null ? null : revision?.number;
	},

	async undo(
		repository: Repository,
		{ revision, who }: { revision: number; who: string }
	): Promise<number> {
		return (await undoRevision(repository, revision, { who })).number;
	}
};

export type WorkName = keyof typeof WORK;
export type Given<N extends WorkName> = Parameters<(typeof WORK)[N]>[1];
type Answer<N extends WorkName> = Awaited<ReturnType<(typeof WORK)[N]>>;
/** What came of it, or why not, in the current language. */
export type Outcome<N extends WorkName> = { value: Answer<N> } | { refused: string };

/** @throws what nobody is told in a sentence of an import: a stop, a database that is away */
export async function perform<N extends WorkName>(
	name: N,
	repository: Repository,
	given: Given<N>,
	control: Control
): Promise<Outcome<N>> {
	try {
		// The work of this name takes what is given for it.
		const value: unknown = await Reflect.apply(WORK[name], WORK, [repository, given, control]);
		return { value: value as Answer<N> };
	} catch (problem) {
		return { refused: inWords(problem) };
	}
}
