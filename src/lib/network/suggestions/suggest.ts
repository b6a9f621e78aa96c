/**
 * Partners a structure might find, each with reasons a person can repeat aloud and with what speaks
 * against. Never facts: a suggestion says what the network known looks like, not what should be.
 */
import { lastDay } from '#lib/domain/dates.ts';
import { isAlive } from '#lib/domain/status.ts';
import { distanceKm } from '../distance.ts';
import type { Network, NetworkEdge } from '../model.ts';
import { compareText } from '../order.ts';
import { partnersOf, tiesOf } from '../ties.ts';
import { linksOf, pairKey, type Linked, type Links } from './links.ts';
import { highestFirst } from './highest-first.ts';
import { reachOf, TERMS, termsOf } from './terms.ts';
import { scoreOf, weightsFor, type Weights } from './weights.ts';

/** One thing that speaks for a tie. */
export type Reason =
	/** Organisations tied to both, by id. */
	| { kind: 'partners'; ids: readonly string[] }
	/** Resources both hold or use, by id. */
	| { kind: 'resources'; ids: readonly string[] }
	/** Projects both take part in, by id. */
	| { kind: 'projects'; ids: readonly string[] }
	| { kind: 'same_commune' }
	| { kind: 'distance'; km: number }
	| { kind: 'same_departement' }
	/** Kinds of resources the partner holds and the structure has not. */
	| { kind: 'offers'; kinds: readonly string[] }
	/** Kinds of resources the structure holds and the partner has not. */
	| { kind: 'needs'; kinds: readonly string[] }
	/** Their kinds are tied here more often than by chance. */
	| { kind: 'usual' };

/** One thing that speaks against. */
export type Objection =
	/** They worked together and it ended. */
	| { kind: 'ended'; relations: readonly string[]; until?: string | undefined }
	/** Somebody denies a tie said between them. */
	| { kind: 'contested'; relations: readonly string[] }
	| { kind: 'far'; km: number }
	| { kind: 'other_region' };

export interface Suggestion {
	actorId: string;
	/** Between 0 and 1: how it compares with all terms speaking for it as strongly as they usually do. */
	score: number;
	/** People and things in common first, then place, then what they lack. Never fewer than two. */
	reasons: readonly Reason[];
	against: readonly Objection[];
}

/** A network made ready for any number of questions. */
export interface Suggester {
	weights: Weights;
	/** Up to `most`, the likeliest first, then by id; none for what is not a structure of this network. */
	for(id: string, most?: number): Suggestion[];
}

/** Suggested to one structure unless more are asked for. */
export const MOST_SUGGESTED = 5;
/** Kilometres within which near is a reason, and beyond which far is an objection. */
const NEAR_KM = 20;
const FAR_KM = 60;
/** Kinds are tied more often than by chance from here on: half as much again. */
const USUAL = Math.log(1.5);
/** Reasons that say only that two kinds would suit each other, wherever both are. */
const SUITING: ReadonlySet<Reason['kind']> = new Set(['offers', 'needs', 'usual']);
const DISTANT: ReadonlySet<Objection['kind']> = new Set(['far', 'other_region']);

/** Relations between two that are not alive but once were said, by both ids. */
function pastOf(edges: readonly NetworkEdge[]): Map<string, NetworkEdge[]> {
	const past = new Map<string, NetworkEdge[]>();
	for (const edge of edges) {
		const contested = edge.verdict === 'contradicted';
		if (!edge.horizontal || (edge.status !== 'ended' && !contested)) continue;
		const key = pairKey(edge.source, edge.target);
		const known = past.get(key);
		if (known) known.push(edge);
		else past.set(key, [edge]);
	}
	return past;
}

const idsOf = ({ all }: Links, numbers: Iterable<number>): string[] =>
	[...numbers].flatMap((i) => all[i]?.node.id ?? []).sort(compareText);

/** Everything that speaks for a tie. */
function reasonsFor(links: Links, one: Linked, other: Linked, mixing: number): Reason[] {
	const reasons: Reason[] = [];
	const common = [...one.near].filter((i) => other.near.has(i));
	const isResource = (i: number): boolean => links.all[i]?.node.label === 'SharedResource';
	const resources = idsOf(links, common.filter(isResource));
	const partners = idsOf(
		links,
		common.filter((i) => !isResource(i))
	);
	if (partners.length > 0) reasons.push({ kind: 'partners', ids: partners });
	if (resources.length > 0) reasons.push({ kind: 'resources', ids: resources });
	const projects = [...one.projects].filter((id) => other.projects.has(id)).sort(compareText);
	if (projects.length > 0) reasons.push({ kind: 'projects', ids: projects });
	const [a, b] = [one.node, other.node];
	const km = distanceKm(a, b);
	const sameDepartement = a.departement !== undefined && a.departement === b.departement;
	if (a.commune !== undefined && a.commune === b.commune && sameDepartement)
		reasons.push({ kind: 'same_commune' });
	else if (km !== undefined && km <= NEAR_KM) reasons.push({ kind: 'distance', km });
	else if (sameDepartement && km === undefined) reasons.push({ kind: 'same_departement' });
	const lacking = (holds: ReadonlySet<string>, has: ReadonlySet<string>): string[] =>
		[...holds].filter((kind) => !has.has(kind)).sort(compareText);
	const offers = lacking(other.holds, one.has);
	const needs = lacking(one.holds, other.has);
	if (offers.length > 0) reasons.push({ kind: 'offers', kinds: offers });
	if (needs.length > 0) reasons.push({ kind: 'needs', kinds: needs });
	if (mixing >= USUAL) reasons.push({ kind: 'usual' });
	return reasons;
}

function objectionsTo(one: Linked, other: Linked, past: readonly NetworkEdge[]): Objection[] {
	const against: Objection[] = [];
	const ended = past.filter(({ status }) => status === 'ended');
	if (ended.length > 0) {
		const until = ended
			.flatMap((edge) => edge.until ?? [])
			.sort((a, b) => compareText(lastDay(b), lastDay(a)))[0];
		against.push({ kind: 'ended', relations: ended.map(({ id }) => id), until });
	}
	const contested = past.filter(({ verdict }) => verdict === 'contradicted');
	if (contested.length > 0)
		against.push({ kind: 'contested', relations: contested.map(({ id }) => id) });
	const km = distanceKm(one.node, other.node);
	if (km !== undefined && km > FAR_KM) against.push({ kind: 'far', km });
	else if (
		km === undefined &&
		one.node.region !== undefined &&
		other.node.region !== undefined &&
		one.node.region !== other.node.region
	)
		against.push({ kind: 'other_region' });
	return against;
}

/** Whether a person could say why these two and no others of their kind: somebody, something or a place between them. */
const isWorthSaying = (reasons: readonly Reason[], against: readonly Objection[]): boolean =>
	reasons.length >= 2 &&
	(reasons.some(({ kind }) => !SUITING.has(kind)) ||
		!against.some(({ kind }) => DISTANT.has(kind)));

/**
 * Makes a network ready: its weights are learnt once, then each question costs one look at every
 * structure and the ways of three ties around the one asked for. Who is already tied to it is not
 * suggested, nor who has fewer than two reasons, nor who is far with nothing between them but kinds
 * that would suit; a tie that ended is suggested again only with that said beside it.
 */
export function suggesterFor({ nodes, edges }: Pick<Network, 'nodes' | 'edges'>): Suggester {
	const weights = weightsFor(nodes, edges);
	const links = linksOf(nodes, edges);
	const past = pastOf(edges);
	const candidates = new Set(links.candidates);
	const best = weights.weights.reduce((sum, weight) => sum + weight, 0);
	/** Tied through a shared resource counts as tied. */
	const partners = partnersOf(tiesOf(edges.filter(({ status }) => isAlive(status))));
	return {
		weights,
		for(id, most = MOST_SUGGESTED) {
			const from = links.numberOf.get(id);
			const one = from === undefined ? undefined : links.all[from];
			if (from === undefined || !one || !candidates.has(from)) return [];
			const tied = new Set(
				[...(partners.get(id) ?? [])].flatMap((each) => links.numberOf.get(each) ?? [])
			);
			const reach = reachOf(links, from);
			const terms = TERMS.map(() => 0);
			const scores = new Float64Array(links.all.length);
			for (const to of links.candidates)
				scores[to] = scoreOf(weights, termsOf(links, reach, from, to, terms)) / best;
			const others = links.candidates.filter((to) => to !== from && !tied.has(to));
			const found: Suggestion[] = [];
			for (const to of highestFirst(others, scores)) {
				const other = links.all[to];
				if (found.length === most || !other) break;
				const score = scores[to] ?? 0;
				const mixing = links.mixing(one.node.kind, other.node.kind);
				const reasons = reasonsFor(links, one, other, mixing);
				const key = pairKey(id, other.node.id);
				const against = objectionsTo(one, other, past.get(key) ?? []);
				if (!isWorthSaying(reasons, against)) continue;
				found.push({ actorId: other.node.id, score: Math.min(1, score), reasons, against });
			}
			return found;
		}
	};
}
