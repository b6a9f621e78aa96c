import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Matcher, type Known } from './matching.ts';
import { understand } from './understand.ts';
import { readStructures } from './structure-rows.ts';

const HERE = new URL('./labelled/', import.meta.url);
const SEED = new URL('../../../seed/', import.meta.url);
const FINESS = new URL(
	'../../../../shared/data/finess/finess2021_national_soins_primaires.csv',
	import.meta.url
);
const there = existsSync(FINESS);
if (!there && !process.env['CI'])
	process.stderr.write('../shared/data is not there: matching was not measured\n');

const bytes = (url: URL) => new Uint8Array(readFileSync(url));
const knownOf = (properties: Readonly<Record<string, unknown>>): Known => {
	const text = (field: string) =>
		typeof properties[field] === 'string' ? properties[field] : undefined;
	return {
		name: text('name') ?? '',
		commune: text('commune'),
		codeInsee: text('codeInsee'),
		departement: text('departement')
	};
};
const rowsOf = async (url: URL) => [
	...readStructures(await understand(bytes(url), { table: 'structures' }), {})
];

interface Tally {
	sure: number;
	asked: number;
	wrong: number;
	missed: number;
	/** Of those that are nowhere in the register. */
	wrongOfNone: number;
	askedOfNone: number;
	none: number;
}
const percent = (part: number, whole: number): string =>
	`${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

/** Tells what is sure, asked, missed and wrong of rows whose answer is known (`undefined`: nobody). */
function measure(
	matcher: Matcher,
	rows: readonly { known: Known; truth: string | undefined }[],
	title: string
) {
	const tally: Tally = {
		sure: 0,
		asked: 0,
		wrong: 0,
		missed: 0,
		wrongOfNone: 0,
		askedOfNone: 0,
		none: 0
	};
	const told: string[] = [];
	for (const { known, truth } of rows) {
		const found = matcher.match(known);
		const line = `${known.name} (${known.commune ?? ''}) → ${JSON.stringify(found)}, ${truth ?? 'nobody'}`;
		if (truth === undefined) {
			tally.none++;
			if (found.kind === 'sure') tally.wrongOfNone++;
			if (found.kind === 'doubt') tally.askedOfNone++;
			if (found.kind !== 'none') told.push(line);
		} else if (found.kind === 'sure' && found.id === truth) tally.sure++;
		else if (found.kind === 'doubt' && found.candidates.some(({ id }) => id === truth))
			tally.asked++;
		else {
			if (found.kind === 'sure') tally.wrong++;
			else tally.missed++;
			told.push(line);
		}
	}
	const existing = rows.length - tally.none;
	const matched = tally.sure + tally.wrong + tally.wrongOfNone;
	const figures = {
		precision: tally.sure / Math.max(1, matched),
		recall: (tally.sure + tally.asked) / Math.max(1, existing)
	};
	process.stdout.write(
		`${title}: ${rows.length} rows, ${existing} of them known. Matched without a question ${matched}, ` +
			`right ${percent(tally.sure, matched)} (precision); found, asked included, ` +
			`${percent(tally.sure + tally.asked, existing)} (recall), of them asked ${tally.asked}; ` +
			`questions about nobody known ${tally.askedOfNone}; names compared ` +
			`${(matcher.compared / rows.length).toFixed(1)} a row.\n`
	);
	if (process.env['MATCHING_DETAILS']) process.stdout.write(`${told.join('\n')}\n`);
	return { ...figures, tally };
}

describe.skipIf(!there && !process.env['CI'])('matching, measured on real files', () => {
	const matcher = new Matcher();
	let register: { finess: string; known: Known }[] = [];
	beforeAll(async () => {
		register = (await rowsOf(FINESS)).map(({ properties }) => ({
			finess: String(properties['finess']),
			known: knownOf(properties)
		}));
		for (const { finess, known } of register) matcher.add(finess, { ...known, finess });
	}, 120_000);

	// Labelled by hand (labelled/README.md).
	it('starter structures against the register, by name and commune alone', async () => {
		const labels = new Map(
			readFileSync(new URL('starter-finess.csv', HERE), 'utf8')
				.trim()
				.split('\n')
				.slice(1)
				.map((line) => line.split(',') as [string, string])
		);
		const rows = (await rowsOf(new URL('organisations.csv', SEED))).flatMap(
			({ id, properties }) => {
				const label = labels.get(id ?? '');
				return label === undefined || label === '?'
					? []
					: [{ known: knownOf(properties), truth: label === '' ? undefined : label }];
			}
		);
		expect(rows).toHaveLength(56);
		matcher.compared = 0;
		const measured = measure(matcher, rows, 'Starter set in FINESS 2021');
		expect(measured.precision).toBeGreaterThanOrEqual(0.98);
		expect(measured.recall).toBeGreaterThanOrEqual(0.94);
		// A question about somebody who is not there costs a person a minute.
		expect(measured.tally.askedOfNone / measured.tally.none).toBeLessThanOrEqual(0.4);
		expect(matcher.compared / rows.length).toBeLessThan(register.length / 500);
	});

	it('one row of the register in twenty, its numbers hidden, among all 18,377', () => {
		const rows = register
			.filter((_, i) => i % 20 === 0)
			.map(({ finess, known }) => ({ known, truth: finess }));
		matcher.compared = 0;
		const measured = measure(matcher, rows, 'FINESS 2021 in itself');
		expect(measured.precision).toBeGreaterThanOrEqual(0.995);
		expect(measured.recall).toBeGreaterThanOrEqual(0.99);
		expect(matcher.compared / rows.length).toBeLessThan(register.length / 500);
	});
});
