import { CERTAINTIES, VERDICTS } from '#lib/domain/claims.ts';
import { RELATION_STATUSES } from '#lib/domain/status.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import { readPayload } from './payload-reader.ts';
import { inOneGo, inTurns } from './steps.ts';
import {
	PAYLOAD_VERSION,
	ZONES,
	type NodeProfile,
	type Payload,
	type Place
} from './payload-format.ts';
import { frontCoded } from './front-coding.ts';
import { Interned } from './interning.ts';
import type { IsolationRow, Layout, Network, NetworkEdge, OutsideTie, Polygon } from './model.ts';

export { PayloadError } from './payload-format.ts';

/** Media type of the compact network, asked for by the page; the API's default is plain objects. */
export const NETWORK_MEDIA_TYPE = 'application/vnd.maillage.network+json';

/** A network as it leaves the server and as the browser gets it back. */
export interface NetworkPayload {
	network: Network;
	isolated: IsolationRow[];
	/** Positions to a hundredth of a node's diameter, outlines to a tenth. */
	layout: Layout;
	/** Names of the sources cited, when they were given. */
	sourceNames: ReadonlyMap<string, string>;
	fictional: boolean;
}

const hundredths = (value: number): number => Math.round(value * 100);
const tenths = (value: number): number => Math.round(value * 10);
const tenThousandths = (degrees: number): number => Math.round(degrees * 1e4);

function packNodes(network: Network, layout: Layout): Payload['nodes'] {
	const profiles = new Interned<NodeProfile>();
	const places = new Interned<Place>();
	const nodes: Payload['nodes'] = {
		profiles: profiles.values,
		places: places.values,
		id: frontCoded(network.nodes.map(({ id }) => id)),
		name: [],
		profile: [],
		place: [],
		point: { step: [], lat: [], lon: [] },
		access: [],
		x: [],
		y: [],
		zone: []
	};
	let lastPoint = 0;
	network.nodes.forEach((node, index) => {
		const { label, kind, group, member, ess = null } = node;
		const { commune = null, departement = null, region = null } = node;
		nodes.name.push(node.name);
		nodes.profile.push(
			profiles.place(`${label} ${kind} ${group} ${member} ${ess}`, () => [
				label,
				kind,
				group,
				member,
				ess
			])
		);
		nodes.place.push(
			places.place(`${commune}|${departement}|${region}`, () => [commune, departement, region])
		);
		if (node.lat !== undefined && node.lon !== undefined) {
			nodes.point.step.push(index - lastPoint);
			nodes.point.lat.push(tenThousandths(node.lat));
			nodes.point.lon.push(tenThousandths(node.lon));
			lastPoint = index;
		}
		if (node.access) nodes.access.push([index, node.access]);
		const position = layout.positions.get(node.id);
		nodes.x.push(position ? hundredths(position.x) : null);
		nodes.y.push(position ? hundredths(position.y) : null);
		nodes.zone.push(position ? ZONES.indexOf(position.zone) : 0);
	});
	return nodes;
}

/** Neighbouring points are close: steps between them are small numbers. */
function packHull(hull: Polygon): number[] {
	let x = 0;
	let y = 0;
	return hull.flatMap(([px, py]) => {
		const step = [tenths(px) - x, tenths(py) - y];
		x = tenths(px);
		y = tenths(py);
		return step;
	});
}

const sourcesKey = ({ sources }: NetworkEdge): string =>
	sources.length === 1 ? (sources[0] ?? '') : sources.join('|');

/** One number for each combination: forty thousand keys made of words would cost more than the packing. */
function profileKey({ type, horizontal, status, certainty, verdict }: NetworkEdge): number {
	let key = RELATION_TYPES.indexOf(type) * 2 + (horizontal ? 1 : 0);
	key = key * RELATION_STATUSES.length + RELATION_STATUSES.indexOf(status);
	key = key * CERTAINTIES.length + CERTAINTIES.indexOf(certainty);
	return key * VERDICTS.length + VERDICTS.indexOf(verdict);
}

function packEdges(network: Network, nodePlace: (id: string) => number): Payload['edges'] {
	const profiles = new Interned<Payload['edges']['profiles'][number]>();
	const texts = new Interned<string>();
	const text = (value: string | undefined): number =>
		value === undefined ? 0 : 1 + texts.place(value, () => value);
	const sources = new Interned<string[]>();
	const edges: Payload['edges'] = {
		profiles: profiles.values,
		texts: texts.values,
		sources: sources.values,
		id: frontCoded(network.edges.map(({ id }) => id)),
		source: [],
		target: [],
		profile: [],
		since: [],
		until: [],
		project: [],
		resource: [],
		detail: [],
		money: { step: [], amount: [], period: [], stage: [] },
		cited: []
	};
	let lastMoney = 0;
	for (const [index, edge] of network.edges.entries()) {
		const { type, family, horizontal, status, certainty, verdict } = edge;
		edges.source.push(nodePlace(edge.source));
		edges.target.push(nodePlace(edge.target));
		edges.profile.push(
			profiles.place(profileKey(edge), () => [type, family, horizontal, status, certainty, verdict])
		);
		edges.since.push(text(edge.since));
		edges.until.push(text(edge.until));
		edges.project.push(text(edge.projectId));
		edges.resource.push(text(edge.resourceId));
		edges.detail.push(text(edge.detail));
		const { amountEur = null, amountPeriod, stage = null } = edge;
		if (amountEur !== null || amountPeriod !== undefined || stage !== null) {
			edges.money.step.push(index - lastMoney);
			edges.money.amount.push(amountEur);
			edges.money.period.push(text(amountPeriod));
			edges.money.stage.push(stage);
			lastMoney = index;
		}
		edges.cited.push(sources.place(sourcesKey(edge), () => edge.sources));
	}
	return edges;
}

/** Ties that leave the network, whose other ends are no nodes of it. */
function packOutside(
	{ outside = [] }: Network,
	nodePlace: (id: string) => number
): { packed: Payload['outside']; placeOf: (id: string) => number } {
	const others = new Interned<Payload['outside']['others'][number]>();
	const placeOf = ({ id, label, name }: OutsideTie['other']): number =>
		others.place(id, () => [id, label, name]);
	const ties = outside.map((tie): Payload['outside']['ties'][number] => {
		const { family, horizontal, status, certainty, since = null, until = null } = tie;
		const [member, other] = [nodePlace(tie.member), placeOf(tie.other)];
		return [member, other, family, horizontal, status, certainty, since, until];
	});
	const places = new Map(others.values.map(([id], at) => [id, at]));
	return {
		packed: { others: others.values, ties },
		placeOf: (id) => -1 - (places.get(id) ?? others.values.length)
	};
}

/**
 * Packs a network in columns: what repeats is said once, ids say what they add to the one before, ends are places of nodes, positions are
 * hundredths of a node's diameter, outlines tenths. Linear in the network. JSON text, to be compressed by the caller.
 */
export function encodePayload(
	{ network, isolated, layout }: Pick<NetworkPayload, 'network' | 'isolated' | 'layout'>,
	meta: { fictional: boolean; sourceNames?: ReadonlyMap<string, string> | undefined }
): string {
	const places = new Map(network.nodes.map((node, index) => [node.id, index]));
	const nodePlace = (id: string): number => places.get(id) ?? -1;
	const outside = packOutside(network, nodePlace);
	const payload: Payload = {
		v: PAYLOAD_VERSION,
		fictional: meta.fictional,
		scope: network.scope,
		day: network.day,
		revision: network.revision,
		documented: network.documented,
		project: network.project ?? null,
		layout: {
			version: layout.version,
			marginX: layout.marginX === undefined ? null : hundredths(layout.marginX),
			bounds: [layout.bounds.minX, layout.bounds.minY, layout.bounds.maxX, layout.bounds.maxY].map(
				hundredths
			),
			hulls: layout.hulls.map(packHull)
		},
		nodes: packNodes(network, layout),
		edges: packEdges(network, nodePlace),
		isolated: isolated.map((row) => [
			nodePlace(row.actorId),
			row.class,
			row.reasons,
			row.with.map((id) => places.get(id) ?? outside.placeOf(id)),
			row.certainty,
			row.undocumented,
			row.disputed ?? false
		]),
		outside: outside.packed,
		sourceNames: [...(meta.sourceNames ?? [])]
	};
	return JSON.stringify(payload);
}

/**
 * Reads a payload back, equal to what was packed (positions to the hundredth, outlines to the tenth, degrees to four decimals).
 *
 * @throws PayloadError when the text is not a whole payload of this version.
 */
export const decodePayload = (text: string): NetworkPayload => inOneGo(readPayload(text));

/** The same, letting the page answer meanwhile. */
export const decodeInTurns = (text: string): Promise<NetworkPayload> => inTurns(readPayload(text));
