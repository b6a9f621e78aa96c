import { expect, test, type Page } from '@playwright/test';
import { heardIn, spoken, type HeardLine } from './accessible-text.ts';
import { startServer } from '../server.js';
import { maillage, newFolder } from './command-line.ts';
import { drawingOf } from './explorer-page.ts';
import { FILTER_STATES } from './filter-states.ts';
import { filtered, markOf, type FullEdge, type FullNetwork } from './filtered.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });
test.setTimeout(240_000);

const FAMILIES: Record<string, string> = {
	cooperation: 'Coopération',
	sharing: 'Mutualisation',
	funding: 'Financement',
	governance: 'Gouvernance, adhésion',
	participation: 'Participation au projet',
	oversight: 'Ressort de l’ARS'
};
const STATUSES: Record<string, string> = {
	current: 'En cours',
	ended: 'Terminé',
	planned: 'Prévu',
	to_check: 'À revérifier'
};
const CERTAINTIES: Record<string, string> = {
	sourced: 'sourcé',
	inferred: 'déduit',
	unsourced: 'sans source'
};
const MONTHS =
	'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** A date as French says it, after « de » and after « à ». */
function dateWords(date: string): { plain: string; isDay: boolean; from: string; to: string } {
	const [year, month, day] = date.split('-');
	const words = [
		...(day ? [day === '01' ? '1er' : String(Number(day))] : []),
		...(month ? [MONTHS[Number(month) - 1] ?? '?'] : []),
		year
	].join(' ');
	const isDay = day !== undefined;
	const from = isDay ? `du ${words}` : /^[ao]/.test(words) ? `d’${words}` : `de ${words}`;
	return { plain: words, isDay, from, to: isDay ? `au ${words}` : `à ${words}` };
}
function periodWords({ since, until, status }: FullEdge): string {
	const [begin, end] = [since, until].map((date) => (date ? dateWords(date) : undefined));
	if (begin && end)
		return since === until
			? `${begin.isDay ? 'le' : 'en'} ${begin.plain}`
			: `${begin.from} ${end.to}`;
	if (begin)
		return status === 'planned'
			? `à partir ${begin.from}`
			: `depuis ${begin.isDay ? 'le ' : ''}${begin.plain}`;
	return end ? `jusqu’${end.to}` : 'date inconnue';
}

interface Titled extends FullNetwork {
	titles: ReadonlyMap<string, string>;
}
async function networkAt(page: Page, path: string): Promise<Titled> {
	const answer = await page.request.get(path, { headers: { accept: 'application/json' } });
	expect(answer.status(), path).toBe(200);
	const network: FullNetwork = await answer.json();
	const { sourceNames } = await (await page.request.get(`${path}?form=columns`)).json();
	return { ...network, titles: new Map(sourceNames) };
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Each tie and each structure the accessibility tree should hold and each one it holds, where they differ. */
function differences(
	lines: readonly HeardLine[],
	shown: FullNetwork,
	{ titles }: Titled
): string[] {
	const nameOf = new Map(shown.nodes.map(({ id, name }) => [id, plain(name)]));
	const keyOf = (...parts: (string | undefined)[]): string => parts.join(' → ');
	const left = new Map<string, HeardLine[]>();
	const named = new Set<string>();
	for (const line of lines) {
		const names = line.parts.flatMap(({ role, name }) => (role === 'button' ? [name] : []));
		const [section, heading] = line.under;
		if (section === 'Liens par famille') {
			const key = keyOf(heading.split(' : ')[0], names[0], names[2]);
			left.set(key, [...(left.get(key) ?? []), line]);
		} else if (section !== 'Sources' && section !== 'Vue d’ensemble') named.add(names[0] ?? '?');
	}
	const wrong: string[] = [];
	for (const edge of shown.edges) {
		const [source, target] = [nameOf.get(edge.source), nameOf.get(edge.target)];
		const key = keyOf(FAMILIES[edge.family], source, target);
		const verdicts: Record<string, string> = {
			said_by_both: 'dit par les deux',
			said_by_source: `dit par ${source}`,
			said_by_target: `dit par ${target}`,
			said_by_third_party: 'dit par un tiers',
			contradicted: 'contesté',
			not_asked: 'non demandé'
		};
		const proof = [STATUSES[edge.status], CERTAINTIES[edge.certainty], verdicts[edge.verdict]];
		const cited = edge.sources.map((id) => plain(titles.get(id) ?? id)).sort();
		const heard = left.get(key) ?? [];
		const at = heard.findIndex((line) => {
			const words = plain(
				line.parts.flatMap(({ role, name }) => (role === 'text' ? [name] : [])).join(' ')
			);
			const sources = line.parts
				.flatMap(({ role, name }) => (role === 'link' ? [name.replace(/^Source \d+ : /, '')] : []))
				.sort();
			return (
				words.includes(`, ${periodWords(edge)}`) &&
				words.includes(`${proof.join(', ')}.`) &&
				JSON.stringify(sources) === JSON.stringify(cited)
			);
		});
		if (at === -1) wrong.push(`not heard: ${key}, ${periodWords(edge)}, ${proof.join(', ')}`);
		else heard.splice(at, 1);
	}
	for (const lines of left.values())
		wrong.push(...lines.map((line) => `too much: ${spoken(line)}`));
	const names = new Set(nameOf.values());
	for (const name of names) if (!named.has(name)) wrong.push(`not heard: ${name}`);
	for (const name of named) if (!names.has(name)) wrong.push(`too much: ${name}`);
	return wrong;
}

/** Follows an address inside the page, as its own links do. */
const follow = (page: Page, address: string): Promise<void> =>
	page.evaluate((to) => {
		const link = document.createElement('a');
		link.href = to;
		document.querySelector('main')?.append(link);
		link.click();
		link.remove();
	}, address);

async function expectDrawn(page: Page, network: Titled, search: string): Promise<void> {
	const drawing = drawingOf(page);
	await expect(drawing).toHaveAttribute('data-state', 'drawn');
	await expect(drawing, search).toHaveAttribute(
		'data-shown',
		markOf(network, filtered(network, search))
	);
}

async function expectHeard(page: Page, network: Titled, search: string): Promise<void> {
	const shown = filtered(network, search);
	const text = page.locator('.reading[data-view="texte"] .text[aria-busy="false"]');
	await expect(text.locator('[data-tie]'), search).toHaveCount(shown.edges.length);
	if (shown.nodes.length > 0) await expect(text.getByRole('button').first()).toBeVisible();
	// The tree is made a little after the page: asked again until it holds the text, and all of it.
	await expect(async () => {
		const { lines } = await heardIn(page, 'Texte');
		expect(differences(lines, shown, network), `${page.url()} ${search}`).toEqual([]);
	}).toPass({ timeout: 30_000 });
}

/** The drawing at each state, then what is heard at the same states, on one page. */
async function compare(page: Page, path: string, api: string, states: readonly string[]) {
	const network = await networkAt(page, api);
	const [first = ''] = states;
	await page.goto(`${path}?${first}`);
	for (const search of states) {
		if (search !== first) await follow(page, `${path}?${search}`);
		await expectDrawn(page, network, search);
	}
	for (const search of states) {
		await follow(page, `${path}?vue=texte&${search}`);
		await expectHeard(page, network, search);
	}
}

const QUARTERS = [0, 1, 2, 3];
for (const quarter of QUARTERS)
	test(`what is drawn is what the accessibility tree holds, ${quarter + 1} of 4: on every seed project, at two of the twenty filter states each, turning`, async ({
		page
	}) => {
		const projects: { id: string }[] = (
			await (await page.request.get('/api/v1/projects?limit=100')).json()
		).items;
		expect(projects).toHaveLength(60);
		for (const [at, { id }] of projects.entries()) {
			if (at % QUARTERS.length !== quarter) continue;
			const turn = Math.floor(at / QUARTERS.length) + quarter * 5;
			const states = [turn, turn + 7].flatMap(
				(place) => FILTER_STATES[place % FILTER_STATES.length] ?? []
			);
			await compare(page, `/projets/${id}`, `/api/v1/projects/${id}/network`, states);
		}
	});

for (const id of ['prj-scic-richerand', 'prj-secpa', 'prj-mus-strasbourg'])
	test(`what is drawn is what the accessibility tree holds, on ${id} at all twenty filter states`, async ({
		page
	}) => {
		await compare(page, `/projets/${id}`, `/api/v1/projects/${id}/network`, FILTER_STATES);
	});

test('what is drawn is what the accessibility tree holds, on a territory of a thousand structures', async ({
	page
}) => {
	const data = newFolder();
	expect(maillage('seed --fictional 1000 --random-seed 1', data).code).toBe(0);
	const server = await startServer({ env: { MAILLAGE_DATA: data } });
	try {
		const [path, api] = [`${server.origin}/ecosysteme`, `${server.origin}/api/v1/network`];
		expect((await networkAt(page, api)).nodes.length).toBeGreaterThan(1000);
		await compare(page, path, api, ['']);
	} finally {
		await server.stop();
	}
});
