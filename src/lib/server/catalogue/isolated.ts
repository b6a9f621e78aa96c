import { claimsByAbout } from '#lib/domain/claims.ts';
import type { Claim, GraphNode } from '#lib/domain/entities.ts';
import { isOrganisation } from '#lib/domain/entities.ts';
import { statementsIn } from '#lib/domain/isolation-statements.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { withClaims } from '#lib/network/isolation-claims.ts';
import { isolationHistory } from '#lib/network/isolation-history.ts';
import { isolatedStructures, partnersOutside } from '#lib/network/isolation.ts';
import { SliceParts } from '#lib/network/slice-parts.ts';
import type { IsolationRow, Network } from '#lib/network/model.ts';
import type { IsolatedStructure, RejoinedStructure } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { networkOf } from './network-of.ts';

/** Over which network structures are judged. */
export const JUDGED_IN = ['project', 'department', 'region', 'all'] as const;
export type JudgedIn = (typeof JUDGED_IN)[number];

/** Everyone who stands apart when judged over some networks, and who no longer does. */
export interface Standing {
	isolated: IsolatedStructure[];
	rejoined: RejoinedStructure[];
}

interface Dates {
	today: string;
	day?: string | undefined;
}

/** What stands apart in one network, and in which project that was judged. */
export interface Judged {
	network: Network;
	isolated: readonly IsolationRow[];
	projectId?: string | undefined;
	/** Only these are told; everyone when absent. */
	only?: ReadonlySet<string> | undefined;
}

/** The rows of networks judged, with what people say of them, in their order. One query. */
export async function standing(
	repository: Pick<Repository, 'claimsAbout'>,
	judged: readonly Judged[]
): Promise<Standing> {
	const ids = new Set(judged.flatMap(({ isolated }) => isolated.map(({ actorId }) => actorId)));
	const claims = ids.size > 0 ? await repository.claimsAbout([...ids]) : [];
	const found: Standing = { isolated: [], rejoined: [] };
	const about = claimsByAbout(claims);
	for (const each of judged) tell(each, about, found);
	return found;
}

function tell(judged: Judged, about: ReadonlyMap<string, readonly Claim[]>, found: Standing): void {
	const { network, isolated, projectId, only } = judged;
	const nodes = new Map(network.nodes.map((node) => [node.id, node]));
	const names = new Map(network.outside?.map(({ other }) => [other.id, other.name]));
	const nameOf = (id: string): string => nodes.get(id)?.name ?? names.get(id) ?? id;
	const { apartSince, noLongerApart } = isolationHistory(network);
	const elsewhere = partnersOutside(network);
	const claims = isolated.flatMap(({ actorId }) => about.get(actorId) ?? []);
	for (const row of withClaims(isolated, claims, projectId)) {
		const said = statementsIn(about.get(row.actorId) ?? [], { of: projectId });
		const node = nodes.get(row.actorId);
		if (!node || (only && !only.has(row.actorId))) continue;
		const { name, kind, region, departement } = node;
		const withNames = row.with.map(nameOf);
		const since = apartSince.get(row.actorId)?.date;
		// Of `outside_only`, they are `with` already.
		const others = row.class === 'outside_only' ? undefined : elsewhere.get(row.actorId);
		found.isolated.push({
			...row,
			...{ withNames, name, kind, projectId, region, departement },
			...(since === undefined ? {} : { since }),
			...(others === undefined ? {} : { elsewhereNames: others.map(nameOf) }),
			...(said.length === 0
				? {}
				: { statements: said.map((each) => ({ ...each, byName: nameOf(each.by) })) })
		});
	}
	for (const [actorId, { date, with: others }] of network.documented ? noLongerApart : []) {
		const node = nodes.get(actorId);
		if (!node || (only && !only.has(actorId))) continue;
		const { name, kind, region, departement } = node;
		const withNames = others.map(nameOf);
		found.rejoined.push({
			...{ actorId, since: date, with: [...others], withNames },
			...{ name, kind, projectId, region, departement }
		});
	}
}

const placeOf = (node: GraphNode, level: 'departement' | 'region'): string | undefined =>
	isOrganisation(node) ? node[level] : undefined;

/**
 * Judges every structure again over the network of its département, of its region, or over everything.
 * Who has no such place known is not judged. One network built for each territory; gives way between two.
 */
export async function judgeAgain(
	repository: Pick<Repository, 'claimsAbout'>,
	slice: GraphSlice,
	over: Exclude<JudgedIn, 'project'>,
	dates: Dates
): Promise<Standing> {
	const judged: Judged[] = [];
	const parts = new SliceParts(slice);
	for (const scope of scopesOf(slice, over)) {
		const part = scope.kind === 'all' ? slice : parts.of(scope);
		const network = networkOf(part, scope, dates);
		judged.push({ network, isolated: isolatedStructures(network) });
		await new Promise(setImmediate);
	}
	return standing(repository, judged);
}

type Judgeable = Extract<Scope, { kind: 'all' | 'region' | 'departement' }>;

function scopesOf(slice: GraphSlice, over: Exclude<JudgedIn, 'project'>): Judgeable[] {
	if (over === 'all') return [{ kind: 'all' }];
	const kind = over === 'department' ? 'departement' : 'region';
	const codes = new Set(slice.nodes.flatMap((node) => placeOf(node, kind) ?? []));
	return [...codes].sort().map((code): Judgeable => ({ kind, code }));
}
