import type { Relation } from '#lib/domain/entities.ts';
import {
	AGREEMENTS,
	type Base,
	type PlannedChange,
	type Step
} from '#lib/domain/scenario/scenario.ts';
import { LONGEST_NOTE, stepProblems } from '#lib/domain/scenario/schema.ts';
import { isPartialDate } from '#lib/domain/dates.ts';
import { foldText } from '#lib/domain/text.ts';
import { FUNDING_STAGES, type RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import { RESOURCE_KINDS } from '#lib/domain/vocabulary/resource-kinds.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { problemSentence } from '#lib/i18n/problems.ts';
import type { Repository } from '#lib/server/repository.ts';
import { newId, textIn } from '../kept.server.ts';
import {
	PAYER_KINDS,
	PLANNED_KINDS,
	PLANNED_TIES,
	PROJECT_ROLES,
	type FormName
} from '#lib/explorer/planning/forms/fields.ts';

/** What a form asks that cannot be planned, in a sentence to the person who filled it. */
export class WrongForm extends Error {
	override name = 'WrongForm';
}
const wrong = (sentence: string): never => {
	throw new WrongForm(sentence);
};

/** What a form is read against. */
export interface FormContext {
	repository: Repository;
	/** What the scenario starts from: where what is planned stands. */
	base: Base;
	/** Communes of the project as the steps before leave them; absent when it has none. */
	communes: readonly string[] | undefined;
	/** True for an id of the network as planned: a structure, a resource, the project. */
	isKnown(id: string): boolean;
	isRelation(id: string): boolean;
}

const SHOWN = 5;

const oneIn = <T extends string>(
	form: FormData,
	name: string,
	list: readonly T[],
	label: string
): T =>
	list.find((value) => value === textIn(form, name)) ?? wrong(m.scenario_wrong_missing({ label }));

/** `14/03/2027` and `03/2027` as the data write them. @throws WrongForm for what is no date */
export function dateOf(text: string): string | undefined {
	if (text === '') return undefined;
	const [, day, month, year] = /^(?:(\d{1,2})\/)?(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
	const iso =
		year === undefined
			? text
			: [year, month, day]
					.flatMap((part) => (part === undefined ? [] : part.padStart(2, '0')))
					.join('-');
	return isPartialDate(iso) ? iso : wrong(m.scenario_wrong_date({ value: text.slice(0, 80) }));
}

/** `12 500,50 €` as a number. @throws WrongForm */
function amountOf(text: string): number | undefined {
	if (text === '') return undefined;
	const plain = text.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
	const value = /^\d+(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
	return Number.isFinite(value)
		? value
		: wrong(m.scenario_wrong_amount({ value: text.slice(0, 80) }));
}

/** A structure of the directory by its id or its whole name. @throws WrongForm for none, or several */
async function structureNamed(repository: Repository, text: string): Promise<string> {
	const value = text.slice(0, 200);
	const [byId] = await repository.nodes([value]);
	if (byId?.label === 'Actor' || byId?.label === 'Funder') return byId.id;
	const hits = (await repository.search(value, 20)).filter(
		({ label }) => label === 'Actor' || label === 'Funder'
	);
	const exact = hits.filter(({ name }) => foldText(name) === foldText(value));
	const found = exact.length > 0 ? exact : hits;
	const [first] = found;
	if (!first) return wrong(m.scenario_wrong_unknown_structure({ value }));
	if (found.length === 1) return first.id;
	const list = found
		.slice(0, SHOWN)
		.map(({ name, commune, id }) => `${name} (${commune ?? id})`)
		.join(', ');
	return wrong(m.scenario_wrong_several({ value, list }));
}

/** An end chosen in a list, or named in the field beside it. */
async function endIn(
	form: FormData,
	context: FormContext,
	{ name, other, label }: { name: string; other?: string; label: string }
): Promise<string> {
	const named = other === undefined ? '' : textIn(form, other);
	if (named !== '') return structureNamed(context.repository, named);
	const chosen = textIn(form, name);
	return context.isKnown(chosen) ? chosen : wrong(m.scenario_wrong_missing({ label }));
}

/** The project a planned thing belongs to, where the scenario starts from one. */
export const ofProject = (base: Base): { projectId?: string } =>
	base.kind === 'project' ? { projectId: base.id } : {};

/** In a territory without project, what is planned stands there. */
function placeIn(base: Base): { departement?: string; region?: string } {
	if (base.kind === 'project') return {};
	return base.kind === 'region' ? { region: base.code } : { departement: base.code };
}

function relationOf(
	context: FormContext,
	type: RelationType,
	source: string,
	target: string,
	more: Partial<Relation> = {}
): Relation {
	return { id: newId('plan'), type, source, target, ...ofProject(context.base), ...more };
}

const place = (form: FormData) => {
	const commune = textIn(form, 'commune');
	return commune === '' ? {} : { commune };
};

async function structure(form: FormData, context: FormContext): Promise<PlannedChange> {
	const id = newId('plan');
	const { base } = context;
	const part =
		base.kind === 'project'
			? [relationOf(context, oneIn(form, 'role', PROJECT_ROLES, m.scenario_f_role()), id, base.id)]
			: [];
	const partner = textIn(form, 'with');
	return {
		op: 'add',
		node: {
			...{ label: 'Actor', id, name: textIn(form, 'name'), ...place(form), ...placeIn(base) },
			kind: oneIn(form, 'kind', PLANNED_KINDS, m.scenario_f_kind())
		},
		relations: [
			...part,
			...(context.isKnown(partner) ? [relationOf(context, 'COOPERATES_WITH', id, partner)] : [])
		]
	};
}

async function tie(form: FormData, context: FormContext): Promise<PlannedChange> {
	const type = oneIn(form, 'type', PLANNED_TIES, m.scenario_f_verb());
	const source = await endIn(form, context, { name: 'source', label: m.scenario_f_from() });
	const target = await endIn(form, context, {
		...{ name: 'target', other: 'other', label: m.scenario_f_to() }
	});
	return { op: 'tie', relation: relationOf(context, type, source, target) };
}

async function resource(form: FormData, context: FormContext): Promise<PlannedChange> {
	const id = newId('plan');
	const holder = textIn(form, 'holder');
	const users = form.getAll('users').filter((user) => typeof user === 'string');
	const capacity = textIn(form, 'capacity');
	return {
		op: 'add',
		node: {
			...{ label: 'SharedResource', id, name: textIn(form, 'name'), ...place(form) },
			...placeIn(context.base),
			...(capacity === '' ? {} : { capacity }),
			kind: oneIn(form, 'kind', RESOURCE_KINDS, m.scenario_f_kind()),
			...ofProject(context.base)
		},
		relations: [
			...(context.isKnown(holder) ? [relationOf(context, 'HOLDS', holder, id)] : []),
			...[...new Set(users)]
				.filter((user) => user !== holder && context.isKnown(user))
				.map((user) => relationOf(context, 'USES', user, id))
		]
	};
}

async function funding(form: FormData, context: FormContext): Promise<PlannedChange> {
	const newcomer = textIn(form, 'name');
	const target = await endIn(form, context, { name: 'target', label: m.scenario_f_to() });
	const amountEur = amountOf(textIn(form, 'amount'));
	const period = textIn(form, 'period').replace(/\s*[–-]\s*/, '-');
	const money: Partial<Relation> = {
		stage: oneIn(form, 'stage', FUNDING_STAGES, m.scenario_f_stage()),
		...(amountEur === undefined ? {} : { amountEur }),
		...(period === '' ? {} : { amountPeriod: period })
	};
	if (newcomer === '') {
		const source = await endIn(form, context, {
			...{ name: 'source', other: 'other', label: m.scenario_f_payer() }
		});
		return { op: 'tie', relation: relationOf(context, 'FUNDS', source, target, money) };
	}
	const id = newId('plan');
	const kind = oneIn(form, 'kind', PAYER_KINDS, m.scenario_f_kind());
	return {
		op: 'add',
		node: { label: 'Funder', id, name: newcomer, kind },
		relations: [relationOf(context, 'FUNDS', id, target, money)]
	};
}

async function ending(form: FormData, context: FormContext): Promise<PlannedChange> {
	const id = textIn(form, 'what');
	if (context.isRelation(id)) return { op: 'end', entity: 'relation', id };
	if (context.isKnown(id) && id !== ofProject(context.base).projectId)
		return { op: 'end', entity: 'node', id };
	return wrong(m.scenario_wrong_missing({ label: m.scenario_f_what_ends() }));
}

async function territory(form: FormData, context: FormContext): Promise<PlannedChange> {
	const { base } = context;
	if (base.kind !== 'project') return wrong(m.planning_no_project());
	const communes = [
		...new Set(
			textIn(form, 'communes')
				.split(/[\n,;]/)
				.flatMap((each) => each.trim() || [])
		)
	];
	const before = context.communes ? [...context.communes] : null;
	const after = communes.length > 0 ? communes : null;
	if (JSON.stringify(before) === JSON.stringify(after)) return wrong(m.scenario_wrong_same());
	return {
		...{ op: 'modify', entity: 'node', id: base.id },
		...{ before: { communes: before }, after: { communes: after } }
	};
}

const READERS: Record<FormName, (form: FormData, context: FormContext) => Promise<PlannedChange>> =
	{
		structure,
		lien: tie,
		ressource: resource,
		financement: funding,
		fin: ending,
		territoire: territory
	};

/** Who, when, how far agreed, and a note. @throws WrongForm */
export function circumstancesOf(form: FormData): Pick<Step, 'who' | 'when' | 'agreement' | 'note'> {
	const [who, note, when] = [
		textIn(form, 'who'),
		textIn(form, 'note'),
		dateOf(textIn(form, 'when'))
	];
	if (who.length > LONGEST_NOTE || note.length > LONGEST_NOTE)
		wrong(m.scenario_wrong_long({ most: String(LONGEST_NOTE) }));
	return {
		agreement: AGREEMENTS.find((each) => each === textIn(form, 'agreement')) ?? 'hoped',
		...(who === '' ? {} : { who }),
		...(when === undefined ? {} : { when }),
		...(note === '' ? {} : { note })
	};
}

const FIELD: Readonly<Record<string, () => string>> = {
	name: m.scenario_f_name,
	kind: m.scenario_f_kind,
	amountPeriod: m.scenario_f_period,
	amountEur: m.scenario_f_amount,
	commune: m.scenario_f_commune
};

/** The step a form asks for. @throws WrongForm with what to correct */
export async function stepOf(name: FormName, form: FormData, context: FormContext): Promise<Step> {
	const step: Step = {
		...{ id: newId('etape'), change: await READERS[name](form, context) },
		...{ ...circumstancesOf(form), at: new Date().toISOString() }
	};
	const [problem] = stepProblems(step);
	if (problem)
		wrong(
			m.scenario_wrong_field({
				label: FIELD[problem.field]?.() ?? problem.field,
				problem: problemSentence(problem)
			})
		);
	return step;
}
