import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeSentence } from '#lib/i18n/change-sentences.ts';
import { departureLines } from '#lib/i18n/departure-sentences.ts';
import { sayFigure } from '#lib/i18n/figure-sentences.ts';
import { fragileSentence, fragileTieSentence } from '#lib/i18n/fragile-sentences.ts';
import { whatToDo } from '#lib/i18n/apart-sentences.ts';
import { isolationLabel, isolationReasons } from '#lib/i18n/labels.ts';
import { pathSentence } from '#lib/i18n/path-sentences.ts';
import { nearestPhrase, objectionPhrase, reasonPhrase } from '#lib/i18n/suggestion-sentences.ts';
import { overwriteGetLocale } from '#lib/i18n/paraglide/runtime.js';
import { departuresIn } from '#lib/network/departure.ts';
import { fragileIn } from '#lib/network/fragile.ts';
import { indicatorSteps } from '#lib/network/indicators/indicators.ts';
import { isolationHistory } from '#lib/network/isolation-history.ts';
import { isolatedStructures } from '#lib/network/isolation.ts';
import type { Network, NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import { nearestAmong } from '#lib/network/nearest.ts';
import { pathsBetween, waysOf } from '#lib/network/paths.ts';
import { actor, network, tie } from '#lib/network/small-networks.ts';
import { inOneGo } from '#lib/network/steps.ts';
import { suggesterFor } from '#lib/network/suggestions/suggest.ts';
import { tieChanges } from '#lib/network/tie-changes.ts';

const COORDINATES = [undefined, 0, Number.NaN, Number.POSITIVE_INFINITY, 48.1, -1.7, 1e9];
const DATES = [undefined, '2019', '2021-03', '2024-02-29', '2031'];

const nodes: fc.Arbitrary<NetworkNode[]> = fc
	.array(
		fc.record({
			label: fc.constantFrom('Actor', 'Actor', 'Funder', 'SharedResource', 'ArsRegion'),
			commune: fc.constantFrom(undefined, 'Rennes', 'Vitré'),
			departement: fc.constantFrom(undefined, '35'),
			lat: fc.constantFrom(...COORDINATES),
			lon: fc.constantFrom(...COORDINATES),
			ess: fc.constantFrom(undefined, true, false)
		}),
		{ maxLength: 9 }
	)
	.map((all) =>
		all.map(({ label, ...more }, i) => {
			const groups = { Funder: 'funder', SharedResource: 'resource', ArsRegion: 'ars' } as const;
			const group = label === 'Actor' ? ('civil_society' as const) : groups[label];
			return actor(`n${i}`, { label, group, ...more });
		})
	);
const TYPES = [
	['COOPERATES_WITH', 'cooperation'],
	['HOLDS', 'sharing'],
	['USES', 'sharing'],
	['FUNDS', 'funding'],
	['MEMBER_OF', 'governance'],
	['OVERSEEN_BY', 'oversight']
] as const;

/** Self ties, parallel ties, ties that are over, without a date, with amounts nobody knows. */
const edgesAmong = (all: readonly NetworkNode[]): fc.Arbitrary<NetworkEdge[]> =>
	all.length === 0
		? fc.constant([])
		: fc
				.array(
					fc.record({
						from: fc.nat(all.length - 1),
						to: fc.nat(all.length - 1),
						type: fc.constantFrom(...TYPES),
						status: fc.constantFrom('current', 'ended', 'planned', 'to_check'),
						certainty: fc.constantFrom('sourced', 'inferred', 'unsourced'),
						verdict: fc.constantFrom('not_asked', 'contradicted', 'said_by_both'),
						since: fc.constantFrom(...DATES),
						until: fc.constantFrom(...DATES),
						amountEur: fc.constantFrom(undefined, 0, 1, 1e12)
					}),
					{ maxLength: 16 }
				)
				.map((ties) =>
					ties.map(({ from, to, type: [type, family], ...more }, i) =>
						tie(`n${from}`, `n${to}`, {
							...{ id: `t${i}`, type, family, ...more },
							horizontal: family === 'cooperation' || family === 'sharing'
						})
					)
				);

const networks = nodes.chain((all) => edgesAmong(all).map((edges) => network(all, edges)));

/** Everything insight says of a network, in words. */
function* said(given: Network, before: Network): Generator<string> {
	const nodeOf = (id: string) => given.nodes.find((node) => node.id === id) ?? actor(id);
	const nameOf = (id: string): string => nodeOf(id).name;
	const isolated = isolatedStructures(given);
	for (const row of isolated) {
		yield isolationLabel(row.class);
		yield `· ${isolationReasons(row, row.with)}`;
		yield whatToDo(row.class, row.with, undefined);
		yield whatToDo(row.class, row.with, 'n0');
		const nearest = nearestAmong(given.nodes)(nodeOf(row.actorId));
		if (nearest) for (const epci of [true, false]) yield nearestPhrase(nearest, epci);
	}
	const { apartSince, noLongerApart } = isolationHistory(given);
	for (const { date } of [...apartSince.values(), ...noLongerApart.values()]) yield date;
	const fragile = fragileIn(given);
	for (const { id, sides, lost } of fragile.nodes)
		yield fragileSentence(nameOf(id), { sides, lost }, nameOf);
	for (const { sides } of fragile.ties) yield fragileTieSentence(['a', 'b'], sides[0], nameOf);
	const departure = departuresIn(given);
	const suggester = suggesterFor(given);
	const ways = waysOf(given.edges);
	const [first] = given.nodes;
	for (const { id } of given.nodes) {
		const lost = departure(id);
		if (lost) for (const { sentence } of departureLines(lost, nameOf)) yield sentence;
		for (const { score, reasons, against } of suggester.for(id)) {
			yield String(score);
			for (const reason of reasons) yield reasonPhrase(reason, nameOf);
			for (const objection of against) yield objectionPhrase(objection);
		}
		for (const path of pathsBetween(ways, first?.id ?? '', id))
			if (path.length > 0) yield pathSentence(path, nodeOf);
	}
	for (const change of tieChanges(before, given)) yield changeSentence(change);
	const documentation = { coverages: [], sourceYears: new Map<string, number>() };
	const { figures } = inOneGo(indicatorSteps(given, isolated, documentation));
	expect(figures.length).toBeGreaterThan(10);
	for (const figure of figures)
		for (const isProject of [true, false]) {
			const { name, formula, sentence, trust } = sayFigure(figure, nameOf, isProject);
			yield* [name, formula, sentence, `· ${trust}`];
			for (const number of [figure.value, figure.range?.low, figure.range?.high, figure.expected])
				if (number !== undefined) expect(Number.isFinite(number)).toBe(true);
			// What has no value says why.
			expect(figure.value === undefined).toBe(figure.unknown !== undefined);
		}
}

const WRONG = /NaN|Infinity|undefined|null|\[object|\{\w+\}/;

it.each(['fr', 'en'] as const)(
	'whatever the network, everything is said in words, in %s',
	(locale) => {
		overwriteGetLocale(() => locale);
		fc.assert(
			fc.property(networks, networks, (given, before) => {
				for (const sentence of said(given, before)) {
					expect(sentence.trim()).not.toBe('');
					expect(sentence).not.toMatch(WRONG);
				}
			}),
			{ numRuns: 150 }
		);
	}
);

const four = ['a', 'b', 'c', 'd'].map((id) => actor(id));
const all = (more: Partial<NetworkEdge> = {}): NetworkEdge[] =>
	four.flatMap(({ id }, i) => four.slice(i + 1).map((other) => tie(id, other.id, more)));

it.each<[string, Network]>([
	['nothing', network([], [])],
	['one structure', network([actor('a')], [])],
	['everyone tied to everyone', network(four, all())],
	['every tie over, at an unknown date', network(four, all({ status: 'ended' }))],
	[
		'oversight alone',
		network(
			[...four, actor('z', { label: 'ArsRegion', group: 'ars' })],
			four.map(({ id }) =>
				tie(id, 'z', { type: 'OVERSEEN_BY', family: 'oversight', horizontal: false })
			)
		)
	]
])('says something finite of %s', (_name, given) => {
	overwriteGetLocale(() => 'fr');
	const sentences = [...said(given, network([], []))];
	expect(sentences.length).toBeGreaterThan(10);
	for (const sentence of sentences) expect(sentence).not.toMatch(WRONG);
});
