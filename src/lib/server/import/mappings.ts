import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parseChoices, type Choices } from '#lib/import/choices.ts';
import { slugOf } from '#lib/import/slug.ts';
import type { Understood } from '#lib/import/understand.ts';
import { mappingOf } from './import-file.ts';

/** How one kind of file is read, kept under a name for the next one. */
export interface SavedMapping {
	name: string;
	choices: Choices;
}

const NAMED = v.object({ name: v.pipe(v.string(), v.trim(), v.nonEmpty()), choices: v.unknown() });
const FOLDER = 'mappings';

/** A saved mapping as its file holds it, bare choices included; `wrong` names what cannot be. */
export function parseMapping(
	input: unknown,
	name: string
): { mapping: SavedMapping } | { wrong: string[] } {
	const named = v.safeParse(NAMED, input);
	const parsed = parseChoices(named.success ? named.output.choices : input);
	if ('wrong' in parsed) return parsed;
	return {
		mapping: { name: named.success ? named.output.name : name, choices: parsed.choices }
	};
}

const pathOf = (data: string, name: string): string =>
	join(data, FOLDER, `${slugOf(name, 60)}.json`);

/** What was saved in the data folder, by name; files that are no mapping are left out. */
export async function savedMappings(data: string): Promise<SavedMapping[]> {
	const names = await readdir(join(data, FOLDER)).catch(() => []);
	const read = await Promise.all(
		names
			.filter((name) => name.endsWith('.json'))
			.map(async (file): Promise<SavedMapping[]> => {
				try {
					const text = await readFile(join(data, FOLDER, file), 'utf8');
					const parsed = parseMapping(JSON.parse(text), file.replace(/\.json$/, ''));
					return 'mapping' in parsed ? [parsed.mapping] : [];
				} catch {
					return [];
				}
			})
	);
	return read.flat().sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** The mapping of this name, however it is capitalised or accented. */
export async function mappingNamed(data: string, name: string): Promise<SavedMapping | undefined> {
	const slug = slugOf(name, 60);
	return (await savedMappings(data)).find((each) => slugOf(each.name, 60) === slug);
}

/**
 * How a file was read as a mapping for the next ones. What is of this file alone stays out: its date,
 * and how it is written unless a person said so; the next may be saved by another program.
 */
export const reusable = (understood: Understood, choices: Choices): Choices => ({
	...mappingOf(understood, choices),
	encoding: choices.encoding,
	separator: choices.separator,
	headerLine: choices.headerLine,
	sheet: choices.sheet,
	date: undefined
});

/** The same for a file whose columns were found without help: how it is written is known already. */
export const ofColumns = ({ choices }: SavedMapping): Choices => ({
	...choices,
	encoding: undefined,
	separator: undefined,
	headerLine: undefined,
	sheet: undefined
});

/** Keeps a mapping under its name, in place of the one of that name. @throws the file system's errors */
export async function saveMapping(data: string, mapping: SavedMapping): Promise<void> {
	await mkdir(join(data, FOLDER), { recursive: true });
	const path = pathOf(data, mapping.name);
	await writeFile(`${path}.part`, `${JSON.stringify(mapping, null, '\t')}\n`);
	await rename(`${path}.part`, path);
}

export const forgetMapping = (data: string, name: string): Promise<void> =>
	rm(pathOf(data, name), { force: true });

const keysOf = ({ columns }: Pick<Understood, 'columns'>): ReadonlySet<string> =>
	new Set(columns.map(({ key }) => key));

/**
 * The mapping made for files with these very columns, in any order; `undefined` for none or several.
 * Refused rows come back with one column more, their reason.
 */
export function fitting(
	understood: Understood,
	mappings: readonly SavedMapping[]
): SavedMapping | undefined {
	const keys = keysOf(understood);
	const fit = mappings.filter(({ choices }) => {
		const columns = Object.keys(choices.columns ?? {});
		const more = keys.size - columns.length;
		return columns.length > 0 && more <= 1 && columns.every((key) => keys.has(key));
	});
	return fit.length === 1 ? fit[0] : undefined;
}
