/** A tie as a sentence a person can say: the text of a network and what is read aloud on a walk. */
import type { NodeLabel } from '#lib/domain/entities.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge } from '#lib/network/model.ts';
import {
	amount,
	capital,
	certaintyLabel,
	dateLabel,
	relationPhrase,
	stageLabel,
	statusLabel,
	verdictLabel
} from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';
import { elides } from './path-sentences.ts';

export interface TieEnd {
	name: string;
	label: NodeLabel;
}
export type SaidTie = Pick<NetworkEdge, 'type' | 'status' | 'certainty' | 'verdict'> &
	Partial<Pick<NetworkEdge, 'since' | 'until' | 'amountEur' | 'stage' | 'detail'>>;

/** What stands between the two names, and after the second. */
export interface TieVerb {
	/** « est membre de », without the space that follows. */
	verb: string;
	/** Between the verb and the name: a space, the end of an elision, an opening quote. */
	join: string;
	close: string;
}

const PREPOSITION = /^(.*) (de|à)$/u;
/** Names that begin with an article that would melt into the preposition: « du », « aux ». */
const CONTRACTS = /^les? /i;

/**
 * The verb from source to target, joined to the target's name as French wants it: « est membre
 * d’Aides », « est du ressort de l’ARS Bretagne », « participe à « Le Château en santé » ».
 */
export function tieVerb(type: RelationType, target: TieEnd): TieVerb {
	const verb = relationPhrase(type, 'out');
	const plain = { verb, join: ' ', close: '' };
	const [, before, preposition] = (getLocale() === 'fr' && PREPOSITION.exec(verb)) || [];
	if (before === undefined || preposition === undefined) return plain;
	if (target.label === 'ArsRegion') return { verb: `${verb} l’`, join: '', close: '' };
	if (target.label === 'HealthProject' || CONTRACTS.test(target.name))
		return { verb, join: ' «\u202f', close: '\u202f»' };
	return preposition === 'de' && elides(target.name)
		? { verb: `${before} d’`, join: '', close: '' }
		: plain;
}

/** « La Lanterne coopère avec Le Phare », without its full stop. */
export function tiePhrase(
	type: RelationType,
	source: Pick<TieEnd, 'name'>,
	target: TieEnd
): string {
	const { verb, join, close } = tieVerb(type, target);
	return `${source.name} ${verb}${join}${target.name}${close}`;
}

/** A date inside a sentence, and whether it is a day: « 14 mars 2021 » takes an article, « mars 2021 » none. */
function dated(date: string): { date: string; isDay: boolean } {
	const said = dateLabel(date);
	const isDay = date.length > 7;
	return { date: isDay && getLocale() === 'fr' ? said.replace(/^1 /, '1er ') : said, isDay };
}
const from = (date: string): string => {
	const { isDay, ...said } = dated(date);
	if (isDay) return m.text_from_day(said);
	return elides(said.date) ? m.text_from_elided(said) : m.text_from(said);
};
const since = (date: string): string => {
	const { isDay, ...said } = dated(date);
	return isDay ? m.text_since_day(said) : m.text_since(said);
};
const on = (date: string): string => {
	const { isDay, ...said } = dated(date);
	return isDay ? m.text_on_day(said) : m.text_on(said);
};
const until = (date: string): string => {
	const { isDay, ...said } = dated(date);
	return isDay ? m.text_until_day(said) : m.text_until(said);
};
const to = (date: string): string => {
	const { isDay, ...said } = dated(date);
	return isDay ? m.text_to_day(said) : m.text_to(said);
};

/** When: « depuis le 14 mars 2021 », « de 2018 à 2023 », « à partir d’avril 2027 », « date inconnue ». */
export function tiePeriod(tie: {
	since?: string | undefined;
	until?: string | undefined;
	status: RelationStatus;
}): string {
	if (tie.since && tie.until)
		return tie.since === tie.until
			? on(tie.since)
			: m.text_between({ from: from(tie.since), to: to(tie.until) });
	if (tie.since)
		return tie.status === 'planned' ? m.text_starting({ from: from(tie.since) }) : since(tie.since);
	return tie.until ? until(tie.until) : m.period_unknown();
}

/** What comes after the two names: when, how much and at which stage. Begins with a comma. */
export function tieFacts(tie: SaidTie): string {
	const facts = [tiePeriod(tie)];
	if (tie.amountEur !== undefined)
		facts.push(
			tie.stage ? `${amount(tie.amountEur)} (${stageLabel(tie.stage)})` : amount(tie.amountEur)
		);
	else if (tie.stage) facts.push(stageLabel(tie.stage));
	return facts.map((fact) => `, ${fact}`).join('');
}

/** State, certainty and who says so: « En cours, sourcé, dit par les deux ». */
export const tieProof = (tie: SaidTie, ends: { source: TieEnd; target: TieEnd }): string =>
	capital(
		[statusLabel(tie.status), certaintyLabel(tie.certainty), verdictLabel(tie.verdict, ends)].join(
			', '
		)
	);

/** All of it without its sources: « La Lanterne coopère avec Le Phare, depuis 2019. En cours, sourcé, dit par les deux. » */
export function tieSentence(tie: SaidTie, source: TieEnd, target: TieEnd): string {
	return `${tiePhrase(tie.type, source, target)}${tieFacts(tie)}. ${tieProof(tie, { source, target })}.`;
}
