// How often suggestions find ties that were hidden, beside simpler methods: on the sourced set, the
// demonstration and real networks of others. Figures are means over draws with their 95 % intervals.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { today } from '#lib/domain/dates.ts';
import { isAlive } from '#lib/domain/status.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { buildNetwork } from '#lib/network/build.ts';
import { compareText } from '#lib/network/order.ts';
import { demonstrationTerritory } from '#lib/server/seed/fictional/demonstration.ts';
import { seedDirectory } from '#lib/server/seed/location.ts';
import { readSeed } from '#lib/server/seed/read-seed.ts';
import type { Published } from '#lib/network/suggestions/evaluation.ts';
import {
	evaluate,
	evaluateByTime,
	FIGURES,
	HIDDEN,
	type Evaluation,
	type Tested
} from './link-prediction.ts';
import { readNetwork } from './network-file.ts';
import { report, type Row } from './timing.ts';

const DRAWS = 20;
const FOLDER = '../shared/data/reseaux/';
/** Ours may be behind the best of the simpler methods by this much before it is called worse. */
const AT_MOST = 1.05;
const DAY = '2026-01-01';

/** A plain list of ties, whatever it is of. */
function plain(name: string, kinds: ReadonlyMap<string, string>, ties: [string, string][]): Tested {
	const ids = [...new Set(ties.flat())].sort(compareText);
	return {
		name,
		nodes: ids.map((id): NetworkNode => ({
			...{ id, label: 'Actor', kind: kinds.get(id) ?? '', name: id },
			...{ group: 'civil_society', member: true }
		})),
		edges: ties.map(([source, target], i): NetworkEdge => ({
			...{ id: `t${i}`, type: 'COOPERATES_WITH', family: 'cooperation', source, target },
			...{ horizontal: true, status: 'current', certainty: 'sourced', verdict: 'not_asked' },
			sources: []
		}))
	};
}

const read = (file: string): Record<string, string>[] =>
	parse(readFileSync(FOLDER + file, 'utf8'), { columns: true, bom: true });

function* others(): Generator<Tested> {
	const kindsIn = (file: string, column: string): Map<string, string> =>
		new Map(read(file).map((row) => [row['id'] ?? '', row[column] ?? '']));
	const tiesIn = (rows: Record<string, string>[]): [string, string][] =>
		rows.map((row) => [row['source'] ?? '', row['target'] ?? '']);
	const tobacco = read('tabac_indiana_edges.csv');
	const agencies = kindsIn('tabac_indiana_nodes.csv', 'agency_cat_label');
	for (const type of new Set(tobacco.map((row) => row['type'])))
		yield plain(
			`tobacco control, ${type}`,
			agencies,
			tiesIn(tobacco.filter((row) => row['type'] === type))
		);
	yield plain(
		'clinical research',
		kindsIn('icts_recherche_clinique_nodes.csv', 'DiscCol'),
		tiesIn(read('icts_recherche_clinique_edges.csv'))
	);
	const gml = readFileSync(`${FOLDER}dhhs_collaboration.gml`, 'utf8');
	yield plain(
		'health department',
		new Map([...gml.matchAll(/id (\d+)\s+agency (\d+)/g)].map((m) => [m[1] ?? '', m[2] ?? ''])),
		[...gml.matchAll(/source (\d+)\s+target (\d+)/g)].map((m) => [m[1] ?? '', m[2] ?? ''])
	);
}

/** Networks named when the bench was called: `npm run bench suggestions -- FILE…`. */
const FILES = (process.env['BENCH_FILES'] ?? '').split('\n').filter((file) => file !== '');

async function ours(): Promise<Tested[]> {
	const seed = await readSeed(seedDirectory());
	if (!seed.ok) throw new Error('the seed could not be read');
	return [
		{ name: 'seed', ...seed.value },
		{ name: 'demonstration', ...demonstrationTerritory() }
	].map(({ name, nodes, relations, claims }) => {
		const kept = nodes.filter(({ label }) => label !== 'Source' && label !== 'Territory');
		const ids = new Set(kept.map(({ id }) => id));
		const between = relations.filter((r) => ids.has(r.source) && ids.has(r.target));
		const slice = { revision: 1, nodes: kept, relations: between, claims };
		return { name, ...buildNetwork(slice, { kind: 'all' }, DAY) };
	});
}

const percent = (value: number): string => (100 * value).toFixed(1);
const TOO_FEW = 'too few ties to hide any';

function rowsOf({ name }: Tested, { methods, compared }: Evaluation): Row[] {
	for (const [method, figures] of Object.entries(methods)) {
		const said = FIGURES.map((figure) => figures[figure])
			.map(({ value, margin }) => `${percent(value)}±${percent(margin)}`)
			.join(' ');
		console.error(`  ${name}, ${method}: hits@10, MRR, AUC in %: ${said}`);
	}
	if (!compared)
		return [{ what: `suggestions, ${name}`, measured: null, unit: '×', note: TOO_FEW }];
	return FIGURES.map((figure): Row => {
		const { ours: mine, best, ahead } = compared[figure];
		return {
			what: `suggestions, ${name}: ${figure} of the best simpler method / ours`,
			measured: best.value / mine.value,
			unit: '×',
			atMost: AT_MOST,
			note: `${best.method} ${percent(best.value)} %, ours ${percent(mine.value)} %, ahead by ${percent(ahead.value)} ±${percent(ahead.margin)}`
		};
	});
}

/** To a thousandth: more would change from one machine's arithmetic to another's. */
function rounded(
	compared: NonNullable<Evaluation['compared']>
): NonNullable<Evaluation['compared']> {
	const text = JSON.stringify(compared, (_key, value: unknown) =>
		typeof value === 'number' ? Math.round(1000 * value) / 1000 : value
	);
	return JSON.parse(text) as NonNullable<Evaluation['compared']>;
}

async function* networks(): AsyncGenerator<Tested> {
	if (FILES.length > 0) for (const file of FILES) yield await readNetwork(file);
	else {
		yield* await ours();
		if (existsSync(FOLDER)) yield* others();
	}
}

const rows: Row[] = [];
const published: Published['networks'][number][] = [];
for await (const network of networks()) {
	const found = evaluate(network, DRAWS);
	rows.push(...rowsOf(network, found));
	const { name, nodes, edges } = network;
	const byTime = evaluateByTime(network, DRAWS);
	if (byTime) rows.push(...rowsOf({ ...network, name: `${name}, newest ties hidden` }, byTime));
	const structures = nodes.filter(({ label }) => label === 'Actor').length;
	const ties = edges.filter((edge) => edge.horizontal && isAlive(edge.status)).length;
	if (found.compared) published.push({ name, structures, ties, ...rounded(found.compared) });
}
if (process.env['BENCH_PUBLISH'] === 'yes') {
	const table: Published = { day: today(), draws: DRAWS, hidden: HIDDEN, networks: published };
	writeFileSync(
		'src/lib/network/suggestions/evaluation.json',
		`${JSON.stringify(table, null, '\t')}\n`
	);
}
if (FILES.length === 0 && !existsSync(FOLDER))
	rows.push({
		what: 'suggestions on networks of others',
		measured: null,
		unit: '×',
		note: `${FOLDER} is not there`
	});
report(rows);
