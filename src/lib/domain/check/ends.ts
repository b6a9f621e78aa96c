import type { NodeLabel } from '../entities.ts';
import type { RelationType } from '../vocabulary/relation-types.ts';

type Labels = readonly NodeLabel[];

const ORGANISATION: Labels = ['Actor', 'Funder', 'ArsRegion'];
const RESOURCE: Labels = ['SharedResource'];
const PROJECT: Labels = ['HealthProject'];
const TERRITORY: Labels = ['Territory'];

/** What may stand at each end of a relation. */
export const END_LABELS: Readonly<Record<RelationType, { source: Labels; target: Labels }>> = {
	COOPERATES_WITH: { source: ORGANISATION, target: ORGANISATION },
	REFERS_TO: { source: ORGANISATION, target: ORGANISATION },
	ACCOMPANIES: { source: ORGANISATION, target: [...ORGANISATION, ...PROJECT] },
	HOLDS: { source: ORGANISATION, target: RESOURCE },
	USES: { source: ORGANISATION, target: RESOURCE },
	HOSTS: { source: ORGANISATION, target: ORGANISATION },
	SHARES_WITH: { source: ORGANISATION, target: ORGANISATION },
	FUNDS: { source: ORGANISATION, target: [...ORGANISATION, ...RESOURCE, ...PROJECT] },
	MANAGES: { source: ORGANISATION, target: [...ORGANISATION, ...RESOURCE] },
	GOVERNS: { source: ORGANISATION, target: ORGANISATION },
	SHAREHOLDER_OF: { source: ORGANISATION, target: ORGANISATION },
	MEMBER_OF: { source: ORGANISATION, target: ORGANISATION },
	LEADS: { source: ORGANISATION, target: PROJECT },
	TAKES_PART_IN: { source: ORGANISATION, target: PROJECT },
	SUPPORTS: { source: ORGANISATION, target: [...PROJECT, ...ORGANISATION] },
	OVERSEEN_BY: { source: [...ORGANISATION, ...PROJECT], target: ['ArsRegion'] },
	LOCATED_IN: { source: [...ORGANISATION, ...RESOURCE, ...PROJECT], target: TERRITORY },
	PART_OF: { source: TERRITORY, target: TERRITORY }
};

/** Properties that name another node, and what that node may be; `any`: node or relation. */
export const REFERENCES: Readonly<Record<string, Labels | 'any'>> = {
	projectId: PROJECT,
	resourceId: RESOURCE,
	publisherId: ORGANISATION,
	sourceId: ['Source'],
	replacedBy: ['Source'],
	aboutId: 'any'
};
