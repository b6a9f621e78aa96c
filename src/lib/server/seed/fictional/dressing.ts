import type { Claim, Relation, Source } from '#lib/domain/entities.ts';
import type { Intensity, RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { Random } from '#lib/network/random.ts';
import { SOURCE_SECTIONS } from './names.ts';

/** Whether a relation is over, to come or alive on any day between 2026 and 2029. */
export type Life = 'alive' | 'ended' | 'planned';

/** Relations to come start then: far enough for a demonstration to keep them planned. */
export const PLANNED_YEARS = [2030, 2031, 2032] as const;

const DETAILS: Partial<Record<RelationType, readonly string[]>> = {
	COOPERATES_WITH: [
		'réunions de cas chaque mois',
		'convention de partenariat',
		'permanences croisées',
		'journée de dépistage commune',
		'formation commune des équipes'
	],
	REFERS_TO: ['orientation des patients sans médecin traitant', 'suites d’hospitalisation'],
	ACCOMPANIES: ['appui au projet de santé', 'conseil en gestion'],
	HOSTS: ['permanence du mardi', 'bureau mis à disposition', 'bail à loyer modéré'],
	SHARES_WITH: ['secrétariat commun', 'astreintes partagées', 'achats groupés'],
	FUNDS: ['subvention de fonctionnement', 'aide à l’investissement', 'poste de coordination'],
	MEMBER_OF: ['adhérent'],
	MANAGES: ['gestion courante'],
	GOVERNS: ['siège au conseil d’administration'],
	SHAREHOLDER_OF: ['collège des partenaires'],
	LEADS: ['portage du projet'],
	TAKES_PART_IN: ['comité de pilotage', 'signataire', 'groupe de travail'],
	SUPPORTS: ['lettre de soutien'],
	OVERSEEN_BY: ['ressort territorial']
};

const INTENSITY_WEIGHTS: Record<Intensity, number> = {
	contact: 2,
	exchange: 4,
	joint_action: 3,
	agreement: 2
};

const year = (random: Random, from: number, to: number): number =>
	from + random.below(to - from + 1);

/** A year, a month or a day of that year: sources are not equally precise. */
function partial(random: Random, of: number): string {
	const month = String(1 + random.below(12)).padStart(2, '0');
	const day = String(1 + random.below(28)).padStart(2, '0');
	return random.pick([`${of}`, `${of}`, `${of}-${month}`, `${of}-${month}-${day}`]);
}

/** Dates of a relation with this life; some starts and all but a few ends stay unknown. */
export function datesFor(random: Random, life: Life): Pick<Relation, 'since' | 'until'> {
	if (life === 'planned') return { since: String(random.pick(PLANNED_YEARS)) };
	const started = year(random, 2012, life === 'ended' ? 2018 : 2024);
	const since = random.chance(0.75) ? { since: partial(random, started) } : {};
	if (life === 'ended') return { ...since, until: partial(random, year(random, 2019, 2025)) };
	return random.chance(0.06) ? { ...since, until: String(random.pick(PLANNED_YEARS)) } : since;
}

export function detailFor(random: Random, type: RelationType): Pick<Relation, 'detail'> {
	const details = DETAILS[type];
	return details && random.chance(0.8) ? { detail: random.pick(details) } : {};
}

export const intensityFor = (random: Random): Pick<Relation, 'intensity'> =>
	random.chance(0.55) ? { intensity: random.weighted(INTENSITY_WEIGHTS) } : {};

/** Amount of a `FUNDS` relation, in whole euros, with its stage. */
export function moneyFor(
	random: Random
): Pick<Relation, 'amountEur' | 'amountPeriod' | 'stage' | 'since'> {
	const from = year(random, 2021, 2025);
	const stage = random.weighted({ asked: 1, granted: 4, paid: 4, in_kind: 1 });
	const period = random.chance(0.5) ? `${from}` : `${from}-${from + 2}`;
	const known = stage !== 'in_kind' && random.chance(0.75);
	return {
		since: `${from}`,
		stage,
		...(known ? { amountEur: (1 + random.below(60)) * 2500, amountPeriod: period } : {})
	};
}

/** Who stands behind a relation; the keys are those of the verdict, `inferred` and `silent` both reading "not asked". */
export const VOICES = {
	both: 16,
	source: 17,
	target: 12,
	third: 36,
	contradicted: 3,
	inferred: 9,
	silent: 7
} as const;
export type Voice = keyof typeof VOICES;

/** Sources claims rest on: surveys, where structures answer for themselves, and all the others. */
export interface Cited {
	surveys: Source[];
	others: Source[];
}

const claimId = (aboutId: string, nth: number): string =>
	`${aboutId.replace('fictif-', 'fictif-dit-')}-${nth}`;

function seen(random: Random, source: Source): Pick<Claim, 'firstSeen' | 'lastSeen'> {
	const day = partial(random, source.year ?? 2025);
	return { firstSeen: day, lastSeen: day };
}

/** A third party's claim that something exists. */
export function thirdParty(random: Random, aboutId: string, { others }: Cited): Claim {
	const source = random.pick(others);
	return {
		id: claimId(aboutId, 1),
		aboutId,
		by: source.publisherId ?? source.publisher ?? source.name,
		says: 'exists',
		how: 'stated',
		...seen(random, source),
		sourceId: source.id,
		section: random.pick(SOURCE_SECTIONS)
	};
}

/** Claims that give a relation this voice. */
export function claimsFor(
	random: Random,
	relation: Relation,
	voice: Voice,
	cited: Cited,
	life: Life
): Claim[] {
	const what = life === 'ended' && random.chance(0.3) ? 'ended' : 'exists';
	const end = (by: string, says: Claim['says'], nth: number): Claim => {
		const survey = random.pick(cited.surveys);
		return {
			id: claimId(relation.id, nth),
			aboutId: relation.id,
			by,
			says,
			how: 'stated',
			...seen(random, survey),
			sourceId: survey.id,
			section: `réponse n°\u00a0${1 + random.below(60)}`
		};
	};
	const third = (): Claim => ({ ...thirdParty(random, relation.id, cited), says: what });
	switch (voice) {
		case 'both':
			return [end(relation.source, what, 1), end(relation.target, what, 2)];
		case 'source':
			return [end(relation.source, what, 1)];
		case 'target':
			return [end(relation.target, what, 1)];
		case 'third':
			return [third()];
		case 'contradicted':
			return [end(relation.source, 'exists', 1), end(relation.target, 'denies', 2)];
		case 'inferred':
			return [{ ...third(), how: 'inferred', detail: 'déduit du territoire (fiction)' }];
		case 'silent':
			return [];
	}
}
