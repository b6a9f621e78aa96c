import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Choices } from '#lib/import/choices.ts';
import { MAX_BYTES } from '#lib/import/decode.ts';
import { FileRefusedError } from '#lib/import/problem.ts';
import {
	EXPECTED_FORMATS,
	type ExpectedFormat,
	type FileGiven
} from '#lib/server/import/import-file.ts';
import { mappingNamed, parseMapping, savedMappings } from '#lib/server/import/mappings.ts';
import { EXIT, Refusal } from '../terminal.ts';

export interface ImportOptions {
	format?: string;
	project?: string;
	mapping?: string;
	saveMapping?: string;
	dryRun?: true;
	skipRefused?: true;
	by?: string;
}

async function bytesOf(path: string): Promise<Uint8Array> {
	try {
		if ((await stat(path)).size > MAX_BYTES)
			throw new FileRefusedError('too_large', { most: MAX_BYTES / 1024 / 1024 });
		return await readFile(path);
	} catch (error) {
		if (error instanceof FileRefusedError) throw error;
		throw new Refusal(EXIT.wrongCall, [m.import_cli_no_file({ path })]);
	}
}

/** The choices to read files with. @throws {Refusal} for a mapping that is none */
export async function choicesOf(
	{ mapping, project }: ImportOptions,
	data: string
): Promise<Choices> {
	const base = mapping === undefined ? {} : await mappingOf(mapping, data);
	return project === undefined ? base : { ...base, projectId: project };
}

/** A file of choices, else the settings saved under this name. */
async function mappingOf(given: string, data: string): Promise<Choices> {
	if ((await stat(given).catch(() => undefined))?.isFile()) return readMapping(given);
	const named = await mappingNamed(data, given);
	if (named) return named.choices;
	const saved = (await savedMappings(data)).map(({ name }) => `« ${name} »`);
	throw new Refusal(EXIT.wrongCall, [
		saved.length === 0
			? m.import_cli_no_mapping_at_all({ name: given })
			: m.import_cli_no_mapping({ name: given, list: saved.join(', ') })
	]);
}

async function readMapping(path: string): Promise<Choices> {
	const text = new TextDecoder().decode(await bytesOf(path));
	let input: unknown;
	try {
		input = JSON.parse(text);
	} catch {
		throw new Refusal(EXIT.wrongCall, [m.import_cli_not_json({ path })]);
	}
	const parsed = parseMapping(input, basename(path));
	if ('mapping' in parsed) return parsed.mapping.choices;
	throw new Refusal(EXIT.wrongCall, [
		m.import_cli_bad_mapping({ path, list: parsed.wrong.join(', ') })
	]);
}

/** What files are said to be. @throws {Refusal} for a format we do not have */
export function expectedOf(format: string | undefined): ExpectedFormat | undefined {
	if (format === undefined || format === 'auto') return undefined;
	const known = EXPECTED_FORMATS.find((each) => each === format);
	if (known) return known;
	const list = ['auto', ...EXPECTED_FORMATS].join(', ');
	throw new Refusal(EXIT.wrongCall, [m.import_cli_bad_format({ format, list })]);
}

/** The files to import one after the other: the two of a plain network are one. */
export function groupsOf(
	paths: readonly string[],
	expected: ExpectedFormat | undefined
): string[][] {
	if (expected !== 'edges') return paths.map((path) => [path]);
	if (paths.length > 2) throw new Refusal(EXIT.wrongCall, [m.formats_refused_two_files()]);
	return [[...paths]];
}

/** @throws {Refusal} {FileRefusedError} */
export async function fileOf(paths: readonly string[]): Promise<FileGiven> {
	const [bytes = new Uint8Array(), beside] = await Promise.all(paths.map(bytesOf));
	return { name: paths.map((path) => basename(path)).join(' + '), bytes, beside };
}
