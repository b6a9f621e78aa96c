import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Choices } from '#lib/import/choices.ts';
import {
	mappingOf,
	previewImport,
	writeImport,
	type FileGiven,
	type Preview
} from '#lib/server/import/import-file.ts';
import { reusable, saveMapping } from '#lib/server/import/mappings.ts';
import { readConfig } from '#lib/server/config.ts';
import type { Repository } from '#lib/server/repository.ts';
import { withRepository, type Context } from '../context.ts';
import { followed } from '../import/progress.ts';
import { choicesOf, expectedOf, fileOf, groupsOf, type ImportOptions } from '../import/options.ts';
import { dataOf, inWords, problemsOf, refused, sentencesOf } from '../import/words.ts';
import { EXIT, Refusal } from '../terminal.ts';

/** Keeps how a file was read: whole in a file, or what the next ones need of it under a name. */
async function save(
	given: string,
	{ understood }: Preview,
	{ choices, data }: { choices: Choices; data: string }
): Promise<void> {
	try {
		if (!given.endsWith('.json'))
			await saveMapping(data, { name: given, choices: reusable(understood, choices) });
		else await writeFile(given, `${JSON.stringify(mappingOf(understood, choices), null, '\t')}\n`);
	} catch {
		throw new Refusal(EXIT.wrongCall, [m.import_cli_cannot_write({ path: given })]);
	}
}

async function one(
	{ terminal }: Context,
	repository: Repository,
	given: { file: FileGiven; choices: Choices; options: ImportOptions; data: string }
): Promise<void> {
	const { file, choices, options } = given;
	const who = options.by ?? m.import_someone();
	if (options.dryRun || options.saveMapping !== undefined) {
		const preview = await followed(terminal, (control) =>
			previewImport(repository, file, { ...control, choices, who })
		);
		if (options.saveMapping !== undefined) await save(options.saveMapping, preview, given);
		if (options.dryRun) {
			if (preview.counts.ask > 0 || preview.counts.refuse > 0) throw refused(file, preview);
			terminal.result([...sentencesOf(file.name, preview), m.import_cli_tried()], {
				...dataOf(file.name, preview),
				revision: null
			});
			return;
		}
	}
	const skipRefused = options.skipRefused === true;
	const { preview, revision } = await followed(terminal, (control) =>
		writeImport(repository, file, { ...control, choices, who, skipRefused })
	);
	if (revision === undefined) throw refused(file, preview);
	const end =
		revision === null ? m.import_cli_nothing_new() : m.import_cli_done({ number: revision.number });
	terminal.result([...sentencesOf(file.name, preview), ...problemsOf(preview.outcomes), end], {
		...dataOf(file.name, preview),
		revision: revision?.number ?? null
	});
}

/** `maillage import`: each file in one transaction, in the order given; the first refused ends it. */
export async function importFiles(
	context: Context,
	paths: readonly string[],
	options: ImportOptions
): Promise<void> {
	if (paths.length === 0) throw new Refusal(EXIT.wrongCall, [m.import_cli_file_needed()]);
	const { data } = readConfig(context.env);
	const choices = await choicesOf(options, data);
	const expected = expectedOf(options.format);
	await withRepository(
		context,
		async (repository) => {
			for (const group of groupsOf(paths, expected)) {
				const name = group.map((path) => basename(path)).join(' + ');
				context.terminal.step(m.import_cli_reading({ path: name }));
				try {
					const file = { ...(await fileOf(group)), expected };
					await one(context, repository, { file, choices, options, data });
				} catch (error) {
					throw inWords(error, name);
				}
			}
		},
		{ waits: true }
	);
}
