import type { Departure } from '#lib/network/departure.ts';
import type { Figure } from '#lib/network/indicators/model.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Path } from '#lib/network/paths.ts';
import type { TieChange } from '#lib/network/tie-changes.ts';
import type { Objection, Reason } from '#lib/network/suggestions/suggest.ts';
import type { Catalogue, EncodedNetwork } from '../catalogue.ts';
import type { ParameterName, Query } from './parameters.ts';

/** One question to the API, already checked. */
export interface Call {
	catalogue: Catalogue;
	/** `{id}` or `{code}` of the address; empty when it has none. */
	id: string;
	query: Query;
	/** True when the caller takes the compact form of a network. */
	compact: boolean;
	acceptEncoding: string;
	/** A way as a sentence, in the caller's language. */
	sayPath: (path: Path, nodeOf: (id: string) => Pick<NetworkNode, 'name' | 'label'>) => string;
	/** What a departure would cost, in the caller's language. */
	sayDeparture: (
		departure: Departure,
		nameOf: (id: string) => string
	) => { kind: string; sentence: string; ids: readonly string[] }[];
	/** What changed in a tie, in the caller's language. */
	sayChange: (change: TieChange) => string;
	/** Reasons and objections in the caller's language. */
	saySuggestion: {
		reason: (reason: Reason, nameOf: (id: string) => string) => string;
		objection: (objection: Objection) => string;
	};
	/** A figure in the caller's language: its name, its formula, how to read it, how far to trust it. */
	sayFigure: (
		figure: Figure,
		nameOf: (id: string) => string,
		isProject: boolean
	) => { name: string; formula: string; sentence: string; trust: string };
}

/** What is said back: an object for JSON, or bytes that are ready. */
export type Answer = { body: unknown } | { encoded: EncodedNetwork };

export interface Endpoint {
	/** In camelCase; also its key in the message files and its `operationId`. */
	name: string;
	/** `/projects/{id}/network`: at most one variable, never two addresses of the same shape. */
	path: string;
	parameters: readonly ParameterName[];
	/** Name of the schema of its answer in the OpenAPI document. */
	schema: string;
	answer: (call: Call) => Promise<Answer>;
}
