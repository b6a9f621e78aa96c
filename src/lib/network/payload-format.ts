import type { Certainty, Verdict } from '#lib/domain/claims.ts';
import type { HealthProject, NodeLabel } from '#lib/domain/entities.ts';
import type { Scope } from '#lib/domain/scope.ts';
import type { RelationStatus } from '#lib/domain/status.ts';
import type { AccessDimension } from '#lib/domain/vocabulary/project-kinds.ts';
import type { Family, FundingStage, RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { IsolationClass, NetworkNode, Zone } from './model.ts';

export const PAYLOAD_VERSION = 4;
export const ZONES: readonly Zone[] = ['network', 'margin', 'unattached'];

/** The text is not a whole payload of this version: cut short, altered, or from another program. */
export class PayloadError extends Error {
	override name = 'PayloadError';
}

type Maybe<T> = T | null;
export type NodeProfile = [
	label: NodeLabel,
	kind: string,
	group: NetworkNode['group'],
	member: boolean,
	ess: Maybe<boolean>
];
export type Place = [commune: Maybe<string>, departement: Maybe<string>, region: Maybe<string>];

/** The JSON that travels. Columns have one value a node or an edge; `profile`, `place`… point into tables; ids are front coded. */
export interface Payload {
	v: number;
	fictional: boolean;
	scope: Scope;
	day: string;
	revision: number;
	documented: boolean;
	project: Maybe<HealthProject>;
	layout: {
		version: number;
		marginX: Maybe<number>;
		bounds: number[];
		/** Outlines of the ground: x and y of the first point, then steps from each point to the next, in tenths. */
		hulls: number[][];
	};
	nodes: {
		profiles: NodeProfile[];
		places: Place[];
		id: string[];
		name: string[];
		profile: number[];
		place: number[];
		/**
		 * Only nodes with coordinates: steps from one such node to the next, ten-thousandths of a degree
		 * north and east (eleven metres). As columns the national file loses a tenth of its weight.
		 */
		point: { step: number[]; lat: number[]; lon: number[] };
		/** Only projects: their places, and the access to care each works on. */
		access: [place: number, dimensions: readonly AccessDimension[]][];
		x: Maybe<number>[];
		y: Maybe<number>[];
		zone: number[];
	};
	edges: {
		profiles: [RelationType, Family, boolean, RelationStatus, Certainty, Verdict][];
		/** What relations say in words, each once. */
		texts: string[];
		sources: string[][];
		id: string[];
		source: number[];
		target: number[];
		profile: number[];
		/** Places among the texts, counted from 1; 0 is nothing. */
		since: number[];
		until: number[];
		project: number[];
		resource: number[];
		detail: number[];
		/** Only relations about money: steps from one such relation to the next. */
		money: {
			step: number[];
			amount: Maybe<number>[];
			period: number[];
			stage: Maybe<FundingStage>[];
		};
		cited: number[];
	};
	/** Partners outside the network are told by their place among `outside.others`, counted from -1 downward. */
	isolated: [
		number,
		IsolationClass,
		Family[],
		number[],
		'documented' | 'in_data_only',
		boolean,
		disputed: boolean
	][];
	outside: {
		others: [id: string, label: NodeLabel, name: string][];
		ties: [
			member: number,
			other: number,
			Family,
			horizontal: boolean,
			RelationStatus,
			Certainty,
			since: Maybe<string>,
			until: Maybe<string>
		][];
	};
	sourceNames: [string, string][];
}
