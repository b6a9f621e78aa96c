import type { Claim, GraphNode } from '#lib/domain/entities.ts';
import { isOpinion } from '#lib/domain/opinions.ts';
import { isRegisterOnly } from '#lib/domain/registers.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { communeCentres } from '../places/communes.ts';
import type { Repository } from '../repository.ts';
import { located } from './located.ts';

const NONE: ReadonlySet<string> = new Set();

const isRegistered = (node: GraphNode): boolean =>
	node.label === 'Actor' && node.finess !== undefined;

/**
 * Structures of a slice that a register lists and nobody else speaks of: neither of them nor of any of
 * their relations. One query when a structure of the slice bears a register's number, none otherwise.
 */
async function registerOnly(
	repository: Pick<Repository, 'claimsAbout'>,
	slice: GraphSlice
): Promise<ReadonlySet<string>> {
	const candidates = new Set(slice.nodes.filter(isRegistered).map(({ id }) => id));
	if (candidates.size === 0) return NONE;
	const about = new Map<string, Claim[]>();
	const note = (claim: Claim): void => {
		const known = about.get(claim.aboutId);
		if (known) known.push(claim);
		else about.set(claim.aboutId, [claim]);
	};
	slice.claims.forEach(note);
	for (const { id, source, target } of slice.relations) {
		if (!candidates.has(source) && !candidates.has(target)) continue;
		if (isRegisterOnly(about.get(id) ?? [])) continue;
		candidates.delete(source);
		candidates.delete(target);
	}
	if (candidates.size === 0) return NONE;
	const said = await repository.claimsAbout([...candidates]);
	said.filter((claim) => !isOpinion(claim)).forEach(note);
	return new Set([...candidates].filter((id) => isRegisterOnly(about.get(id) ?? [])));
}

/** The slice without these nodes and their relations; the same object when there are none. */
function without(slice: GraphSlice, gone: ReadonlySet<string>): GraphSlice {
	if (gone.size === 0) return slice;
	const relations = slice.relations.filter((r) => !gone.has(r.source) && !gone.has(r.target));
	return { ...slice, nodes: slice.nodes.filter(({ id }) => !gone.has(id)), relations };
}

/** What is stored around a scope, and what registers say of it. */
export interface ReadGraph {
	/** As networks are built from it: without who is known from a register alone, each at its place. */
	known: GraphSlice;
	/** Every node, those known from a register alone included. */
	all: readonly GraphNode[];
	registerOnly: ReadonlySet<string>;
}

export async function readGraph(
	repository: Pick<Repository, 'slice' | 'claimsAbout'>,
	scope: Scope
): Promise<ReadGraph> {
	const [slice, centres] = await Promise.all([repository.slice(scope), communeCentres()]);
	const listed = await registerOnly(repository, slice);
	const rest = without(slice, listed);
	const known = { ...rest, nodes: rest.nodes.map((node) => located(node, centres)) };
	return { known, all: slice.nodes, registerOnly: listed };
}

/** A slice as networks are built from it. */
export const readSlice = async (
	repository: Pick<Repository, 'slice' | 'claimsAbout'>,
	scope: Scope
): Promise<GraphSlice> => (await readGraph(repository, scope)).known;
