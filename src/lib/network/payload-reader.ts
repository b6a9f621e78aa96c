import type {
	IsolationRow,
	Layout,
	NetworkEdge,
	NetworkNode,
	OutsideTie,
	Polygon,
	Position
} from './model.ts';
import { frontDecoded } from './front-coding.ts';
import { inParts } from './steps.ts';
import type { NetworkPayload } from './payload.ts';
import { PAYLOAD_VERSION, PayloadError, ZONES, type Payload } from './payload-format.ts';

/** What is at a place; a place that does not exist means a damaged payload. */
function at<T>(values: readonly T[], place: number | undefined): T {
	const value = place === undefined ? undefined : values[place];
	if (value === undefined) throw new PayloadError(`no value at place ${place}`);
	return value;
}

const given = <T>(value: T | null): T | undefined => value ?? undefined;

function* readNodes({ nodes }: Payload, ids: readonly string[]): Generator<void, NetworkNode[]> {
	const points = new Map<number, { lat: number; lon: number }>();
	let place = 0;
	nodes.point.step.forEach((step, index) => {
		place += step;
		const lat = at(nodes.point.lat, index) / 1e4;
		points.set(place, { lat, lon: at(nodes.point.lon, index) / 1e4 });
	});
	const read = yield* inParts(ids, (id, index): NetworkNode => {
		const [label, kind, group, member, ess] = at(nodes.profiles, nodes.profile[index]);
		const [commune, departement, region] = at(nodes.places, nodes.place[index]);
		return {
			id,
			label,
			kind,
			name: at(nodes.name, index),
			group,
			member,
			commune: given(commune),
			departement: given(departement),
			region: given(region),
			ess: given(ess),
			...points.get(index)
		};
	});
	for (const [at, access] of nodes.access) {
		const node = read[at];
		if (node) node.access = access;
	}
	return read;
}

/** Texts are counted from 1; 0 is nothing. */
const textAt = (texts: readonly string[], place: number | undefined): string | undefined =>
	place === 0 ? undefined : at(texts, place === undefined ? undefined : place - 1);

type Money = Pick<NetworkEdge, 'amountEur' | 'amountPeriod' | 'stage'>;
const NO_MONEY: Money = { amountEur: undefined, amountPeriod: undefined, stage: undefined };

function readMoney({ money, texts }: Payload['edges']): ReadonlyMap<number, Money> {
	const known = new Map<number, Money>();
	let place = 0;
	money.step.forEach((step, index) => {
		place += step;
		known.set(place, {
			amountEur: given(at(money.amount, index)),
			amountPeriod: textAt(texts, money.period[index]),
			stage: given(at(money.stage, index))
		});
	});
	return known;
}

function* readEdges({ edges }: Payload, ids: readonly string[]): Generator<void, NetworkEdge[]> {
	const money = readMoney(edges);
	const text = (place: number | undefined): string | undefined => textAt(edges.texts, place);
	const own = frontDecoded(edges.id);
	yield;
	return yield* inParts(own, (id, index): NetworkEdge => {
		const [type, family, horizontal, status, certainty, verdict] = at(
			edges.profiles,
			edges.profile[index]
		);
		const { amountEur, amountPeriod, stage } = money.get(index) ?? NO_MONEY;
		return {
			id,
			type,
			family,
			source: at(ids, edges.source[index]),
			target: at(ids, edges.target[index]),
			horizontal,
			status,
			certainty,
			verdict,
			detail: text(edges.detail[index]),
			since: text(edges.since[index]),
			until: text(edges.until[index]),
			projectId: text(edges.project[index]),
			resourceId: text(edges.resource[index]),
			amountEur,
			amountPeriod,
			stage,
			sources: at(edges.sources, edges.cited[index])
		};
	});
}

function readHull(steps: readonly number[]): Polygon {
	const points: [number, number][] = [];
	let x = 0;
	let y = 0;
	for (let k = 0; k + 1 < steps.length; k += 2) {
		x += steps[k] ?? 0;
		y += steps[k + 1] ?? 0;
		points.push([x / 10, y / 10]);
	}
	return points;
}

function* readLayout({ layout, nodes }: Payload, ids: readonly string[]): Generator<void, Layout> {
	const positions = new Map<string, Position>();
	yield* inParts(ids, (id, index) => {
		const x = nodes.x[index];
		const y = nodes.y[index];
		if (typeof x !== 'number' || typeof y !== 'number') return;
		positions.set(id, { x: x / 100, y: y / 100, zone: at(ZONES, nodes.zone[index]) });
	});
	const [minX = 0, minY = 0, maxX = 0, maxY = 0] = layout.bounds.map((value) => value / 100);
	const { version, marginX } = layout;
	return {
		version,
		positions,
		...(marginX === null ? {} : { marginX: marginX / 100 }),
		bounds: { minX, minY, maxX, maxY },
		hulls: layout.hulls.map(readHull)
	};
}

const readIsolated = ({ isolated, outside }: Payload, ids: readonly string[]): IsolationRow[] =>
	isolated.map(([place, kind, reasons, others, certainty, undocumented, disputed]) => ({
		actorId: at(ids, place),
		class: kind,
		reasons,
		with: others.map((other) => (other < 0 ? at(outside.others, -1 - other)[0] : at(ids, other))),
		certainty,
		undocumented,
		...(disputed ? { disputed } : {})
	}));

const readOutside = ({ outside }: Payload, ids: readonly string[]): OutsideTie[] =>
	outside.ties.map((tie) => {
		const [member, place, family, horizontal, status, certainty, since, until] = tie;
		const [id, label, name] = at(outside.others, place);
		return {
			member: at(ids, member),
			other: { id, label, name },
			family,
			horizontal,
			status,
			certainty,
			since: given(since),
			until: given(until)
		};
	});

/** A payload comes from our own server of our own version: its frame is checked, its cells are as packed. */
function isPayload(value: unknown): value is Payload {
	if (typeof value !== 'object' || value === null) return false;
	const { v, nodes, edges, layout, isolated, outside, sourceNames } = value as Partial<
		Record<keyof Payload, unknown>
	>;
	const field = (part: unknown, name: string): unknown =>
		typeof part === 'object' && part !== null ? new Map(Object.entries(part)).get(name) : undefined;
	const hasLists = (part: unknown, ...names: string[]): boolean => {
		const lengths = names.map((name) => {
			const list = field(part, name);
			return Array.isArray(list) ? list.length : -1;
		});
		return lengths.every((length) => length >= 0 && length === lengths[0]);
	};
	return (
		v === PAYLOAD_VERSION &&
		hasLists(nodes, 'id', 'name', 'profile', 'place', 'x', 'y', 'zone') &&
		hasLists(nodes, 'profiles') &&
		hasLists(nodes, 'places') &&
		hasLists(nodes, 'access') &&
		hasLists(field(nodes, 'point'), 'step', 'lat', 'lon') &&
		hasLists(edges, 'id', 'source', 'target', 'profile', 'cited') &&
		hasLists(edges, 'id', 'since', 'until', 'project', 'resource', 'detail') &&
		hasLists(field(edges, 'money'), 'step', 'amount', 'period', 'stage') &&
		hasLists(edges, 'profiles') &&
		hasLists(edges, 'texts') &&
		hasLists(edges, 'sources') &&
		hasLists(layout, 'bounds') &&
		hasLists(layout, 'hulls') &&
		hasLists(outside, 'others') &&
		hasLists(outside, 'ties') &&
		Array.isArray(isolated) &&
		Array.isArray(sourceNames)
	);
}

/** In steps. @throws PayloadError when the text is not a whole payload of this version. */
export function* readPayload(text: string): Generator<void, NetworkPayload> {
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (cause) {
		throw new PayloadError('not JSON', { cause });
	}
	if (!isPayload(parsed)) throw new PayloadError(`not a payload of version ${PAYLOAD_VERSION}`);
	yield;
	const ids = frontDecoded(parsed.nodes.id);
	const outside = readOutside(parsed, ids);
	return {
		network: {
			scope: parsed.scope,
			day: parsed.day,
			revision: parsed.revision,
			nodes: yield* readNodes(parsed, ids),
			edges: yield* readEdges(parsed, ids),
			...(outside.length > 0 ? { outside } : {}),
			project: given(parsed.project),
			documented: parsed.documented
		},
		isolated: readIsolated(parsed, ids),
		layout: yield* readLayout(parsed, ids),
		sourceNames: new Map(parsed.sourceNames),
		fictional: parsed.fictional
	};
}
