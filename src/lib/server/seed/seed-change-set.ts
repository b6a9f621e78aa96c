import type { Change, ChangeSet, Properties, PropertyValue, Subject } from '#lib/domain/changes.ts';
import {
	claimProperties,
	nodeProperties,
	relationProperties,
	type StoredState
} from '../changes/codecs.ts';
import { claimsToCheckAgain } from '../changes/recheck.ts';
import { namedBy } from '../changes/references.ts';
import { diffProperties, sameValue, withChanges } from '../changes/values.ts';
import type { SeedRecords } from './read-seed.ts';

/** A record by its subject and flat properties. */
export interface SeedState {
	subject: Subject;
	properties: Properties;
}

/** What a database holds, and what seeds of the past wrote there. */
export interface SeededGraph {
	/** By id: everything stored now. */
	stored: ReadonlyMap<string, StoredState>;
	/** By id: each record as the last seed left it; `null` when a seed once wrote it and took it away. */
	written: ReadonlyMap<string, SeedState | null>;
}

/** A seed brought to a database: the change set, and the records left as people made them. */
export interface SeedPlan {
	changeSet: ChangeSet;
	/** Ids the seed says otherwise than what is kept. */
	kept: string[];
}

function states(records: SeedRecords): SeedState[] {
	return [
		...records.nodes.map((node) => ({
			subject: { entity: 'node' as const, id: node.id, label: node.label },
			properties: nodeProperties(node)
		})),
		...records.relations.map(({ id, type, source, target, ...rest }) => ({
			subject: { entity: 'relation' as const, id, type, source, target },
			properties: relationProperties({ id, type, source, target, ...rest })
		})),
		...records.claims.map((claim) => ({
			subject: { entity: 'node' as const, id: claim.id, label: 'Claim' as const },
			properties: claimProperties(claim)
		}))
	];
}

function sameSubject(a: Subject, b: Subject): boolean {
	if (a.entity === 'node') return b.entity === 'node' && a.label === b.label;
	return (
		b.entity === 'relation' && a.type === b.type && a.source === b.source && a.target === b.target
	);
}

/** `stored` once the new seed replaced what is still as the last one wrote it, field by field. */
function renewed(stored: Properties, written: Properties, wanted: Properties): Properties {
	const after: Record<string, PropertyValue | null> = {};
	for (const field of new Set([...Object.keys(written), ...Object.keys(wanted)]))
		if (sameValue(stored[field] ?? null, written[field] ?? null))
			after[field] = wanted[field] ?? null;
	return withChanges(stored, after);
}

const differs = (a: Properties, b: Properties): boolean => diffProperties(a, b) !== undefined;

/** What one record of the seed asks of the database. */
function changeFor(wanted: SeedState, graph: SeededGraph): { change?: Change; kept: boolean } {
	const { subject, properties } = wanted;
	const stored = graph.stored.get(subject.id);
	const written = graph.written.get(subject.id);
	if (!stored) {
		// Written once and gone since: somebody took it away, and an id is never given again.
		if (written !== undefined) return { kept: true };
		return { change: { ...subject, op: 'create', after: properties }, kept: false };
	}
	if (!written || !sameSubject(stored.subject, subject))
		return {
			kept: !sameSubject(stored.subject, subject) || differs(stored.properties, properties)
		};
	const next = renewed(stored.properties, written.properties, properties);
	const change = diffProperties(stored.properties, next);
	return {
		...(change && { change: { ...subject, op: 'update', ...change } }),
		kept: differs(next, properties)
	};
}

/** Claims and relations the new seed no longer makes, if they are still as a seed wrote them. */
function withdrawals(wanted: ReadonlySet<string>, graph: SeededGraph): Change[] {
	return [...graph.written].flatMap(([id, written]): Change[] => {
		const stored = graph.stored.get(id);
		if (!written || !stored || wanted.has(id)) return [];
		const { subject } = written;
		const leaf = subject.entity === 'relation' || subject.label === 'Claim';
		if (!leaf || differs(stored.properties, written.properties)) return [];
		return [{ ...subject, op: 'remove', before: stored.properties }];
	});
}

/** Removals that would leave a claim of somebody else about nothing are given up. */
function harmless(removals: readonly Change[], graph: SeededGraph): Change[] {
	const going = new Set(removals.map(({ id }) => id));
	const spokenOf = new Set<unknown>();
	for (const [id, { properties }] of graph.stored)
		if (!going.has(id)) spokenOf.add(properties['aboutId']);
	return removals.filter(({ id }) => !spokenOf.has(id));
}

/** Creations whose ends or references exist, or are created too; repeated until nothing more falls. */
function standing(changes: readonly Change[], graph: SeededGraph): Change[] {
	let rest = [...changes];
	for (;;) {
		const known = new Set(rest.flatMap((c) => (c.op === 'create' ? [c.id] : [])));
		const next = rest.filter((c) =>
			namedBy(c).every(({ id }) => graph.stored.has(id) || known.has(id))
		);
		if (next.length === rest.length) return next;
		rest = next;
	}
}

/**
 * The change set that brings `records` to a database. What is still as an earlier seed wrote it
 * follows the new seed, field by field; what people changed or removed since is left alone, and so
 * are records they made under the same id. Nothing to do gives an empty change set.
 */
export function seedChangeSet(records: SeedRecords, graph: SeededGraph, at: string): SeedPlan {
	const wanted = states(records);
	const ids = new Set(wanted.map(({ subject }) => subject.id));
	const asked = wanted.map((state) => ({ id: state.subject.id, ...changeFor(state, graph) }));
	const candidates = asked.flatMap(({ change }) => change ?? []);
	const removals = harmless(withdrawals(ids, graph), graph);
	const changes = [...standing(candidates, graph), ...removals];
	// The seed's own claims come with the facts they speak for; those of others must be read again.
	const others = [...graph.stored.values()].filter(
		({ subject }) => subject.entity === 'node' && subject.label === 'Claim' && !ids.has(subject.id)
	);
	const made = new Set(changes.map(({ id }) => id));
	const given = candidates.filter(({ id }) => !made.has(id)).map(({ id }) => id);
	return {
		changeSet: {
			who: 'Maillage',
			why: 'Jeu d’amorçage',
			at,
			origin: { kind: 'seed', name: 'seed', checksum: records.checksum },
			changes: [...changes, ...claimsToCheckAgain(changes, others)]
		},
		kept: [...asked.filter((a) => a.kept).map((a) => a.id), ...given].sort()
	};
}
