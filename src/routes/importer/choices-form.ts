import { parseChoices, type Choices } from '#lib/import/choices.ts';
import type { Understood } from '#lib/import/understand.ts';

/** A tab is no value a form gives back as it was. */
export const TAB = 'tab';

/** The choices of one kind, `name:key` in the form, that differ from what was understood. */
function keyed(
	form: FormData,
	name: string,
	found: (key: string) => string
): Record<string, string> {
	const chosen: Record<string, string> = {};
	for (const [field, value] of form) {
		if (!field.startsWith(`${name}:`) || typeof value !== 'string') continue;
		const key = field.slice(name.length + 1);
		if (value !== found(key)) chosen[key] = value;
	}
	return chosen;
}

/** Of those, the ones that say something. */
const filled = (chosen: Record<string, string>): Record<string, string> =>
	Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''));

/**
 * The choices a person made: what the form says otherwise than what was understood, beside earlier ones.
 * What was only understood stays so, and may be understood otherwise once something else is corrected.
 */
export function choicesOf(
	form: FormData,
	understood: Understood,
	before: Choices
): ReturnType<typeof parseChoices> {
	const said = (name: string): string => {
		const value = form.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const chosen: Record<string, unknown> = {};
	for (const name of ['table', 'encoding', 'separator', 'sheet', 'decimal', 'dateOrder'] as const) {
		const value = said(name) === TAB ? '\t' : said(name);
		if (value === '') continue;
		chosen[name] = value === String(understood[name] ?? '') ? before[name] : value;
	}
	const line = said('headerLine');
	if (line !== '')
		chosen['headerLine'] =
			Number(line) === understood.headerLine ? before.headerLine : Number(line);
	for (const name of [
		'defaultKind',
		'defaultType',
		'sourceKind',
		'targetKind',
		'onDifference',
		'publisher',
		'date',
		'projectId'
	])
		if (said(name) !== '') chosen[name] = said(name);
	const isOther = said('table') !== '' && said('table') !== understood.table;
	const fieldIn = (columns: Understood['columns']) => (key: string) =>
		columns.find((column) => column.key === key)?.field ?? '';
	// Of a table of another kind, the columns have other fields: those chosen so far mean nothing.
	if (!isOther)
		chosen['columns'] = {
			...before.columns,
			...keyed(form, 'column', fieldIn(understood.columns))
		};
	if (understood.ties)
		chosen['tieColumns'] = {
			...before.tieColumns,
			...keyed(form, 'tieColumn', fieldIn(understood.ties.columns))
		};
	chosen['kinds'] = { ...before.kinds, ...filled(keyed(form, 'kind', () => '')) };
	chosen['types'] = { ...before.types, ...filled(keyed(form, 'type', () => '')) };
	chosen['answers'] = { ...before.answers, ...filled(keyed(form, 'answer', () => '')) };
	return parseChoices(
		Object.fromEntries(Object.entries(chosen).filter(([, v]) => v !== undefined))
	);
}
