export const FAMILIES = [
	'cooperation',
	'sharing',
	'funding',
	'governance',
	'participation',
	'oversight',
	'place'
] as const;
export type Family = (typeof FAMILIES)[number];

/** The families a network shows. `place` ties a node to its territory and is never drawn. */
export const DRAWN_FAMILIES = [
	'cooperation',
	'sharing',
	'funding',
	'governance',
	'participation',
	'oversight'
] as const satisfies readonly Family[];

export const FAMILY_OF = {
	COOPERATES_WITH: 'cooperation',
	REFERS_TO: 'cooperation',
	ACCOMPANIES: 'cooperation',
	HOLDS: 'sharing',
	USES: 'sharing',
	HOSTS: 'sharing',
	SHARES_WITH: 'sharing',
	FUNDS: 'funding',
	MANAGES: 'governance',
	GOVERNS: 'governance',
	SHAREHOLDER_OF: 'governance',
	MEMBER_OF: 'governance',
	LEADS: 'participation',
	TAKES_PART_IN: 'participation',
	SUPPORTS: 'participation',
	OVERSEEN_BY: 'oversight',
	LOCATED_IN: 'place',
	PART_OF: 'place'
} as const satisfies Record<string, Family>;

export type RelationType = keyof typeof FAMILY_OF;
export const RELATION_TYPES = Object.keys(FAMILY_OF) as readonly RelationType[];

/** Types whose two ends play the same part: stored once, drawn without an arrow. */
const SYMMETRIC: ReadonlySet<RelationType> = new Set(['COOPERATES_WITH', 'SHARES_WITH']);
/** Types whose direction a reader needs: who pays, who hosts, who sends to whom. */
const ARROWED: ReadonlySet<RelationType> = new Set(['FUNDS', 'HOSTS', 'REFERS_TO']);

export const familyOf = (type: RelationType): Family => FAMILY_OF[type];
export const isSymmetric = (type: RelationType): boolean => SYMMETRIC.has(type);
export const hasArrow = (type: RelationType): boolean => ARROWED.has(type);

/** Families whose relations between organisations make a structure "linked". */
export const isHorizontalFamily = (family: Family): boolean =>
	family === 'cooperation' || family === 'sharing';

export const INTENSITIES = ['contact', 'exchange', 'joint_action', 'agreement'] as const;
export type Intensity = (typeof INTENSITIES)[number];

/** Money asked for, granted and paid are never added together. */
export const FUNDING_STAGES = ['asked', 'granted', 'paid', 'in_kind'] as const;
export type FundingStage = (typeof FUNDING_STAGES)[number];
