// What a dossier costs: how long its files take with a scenario and all its figures, and how long another
// request waits meanwhile. One that were written on the server's own thread would hold the others as long.
// Promised of forty pages: what is measured is a network that makes as many, counted in its PDF and said;
// five figures and not six, since a fictional territory is on no map. The largest a project is read at is
// measured beside it, and held to nothing but letting the others through.
import { ms, report } from './browser.js';
import { fictional, site } from './sites.js';

const PROMISED = fictional(100, 300);
const LARGEST = fictional(300, 900);
/** The promise says nothing of a shorter dossier. */
const PAGES = 40;
const PROJECT = '/projets/fictif-projet-1';
const POLL_MS = 5;

/** @param {Uint8Array} bytes @param {RegExp} mark */
const count = (bytes, mark) => [...Buffer.from(bytes).toString('latin1').matchAll(mark)].length;

/**
 * Sends a form as the page does, and answers where it leads.
 * @param {string} url @param {Record<string, string>} fields
 */
async function sent(url, fields) {
	const answer = await fetch(url, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: new URL(url).origin, accept: 'text/html' },
		body: new URLSearchParams(fields)
	});
	const to = answer.headers.get('location');
	if (answer.status !== 303 || to === null) throw new Error(`${url}: ${answer.status}`);
	return new URL(to, url).pathname;
}

/** A scenario that plans a structure and money for it; the address of its dossier. @param {string} origin */
async function planned(origin) {
	const scenario = await sent(`${origin}${PROJECT}/scenarios?/creer`, { name: 'Essai', note: '' });
	const step = { when: '2028', agreement: 'hoped', who: '', note: '' };
	const page = await fetch(`${origin}${scenario}`).then((answer) => answer.text());
	const partner = /name="with"[^]*?<option value="(fictif-[^"]+)"/.exec(page)?.[1] ?? '';
	const structure = { name: 'Maison', kind: 'association', commune: '', role: 'TAKES_PART_IN' };
	await sent(`${origin}${scenario}?/structure`, {
		...{ ...step, ...structure, version: '1', with: partner }
	});
	const money = { source: '', name: 'Fondation', kind: 'fondation', amount: '45 000' };
	await sent(`${origin}${scenario}?/financement`, {
		...{ ...step, ...money, version: '2', target: partner, period: '2028', stage: 'asked' }
	});
	return `/scenarios/${scenario.split('/').at(-1)}/dossier`;
}

/**
 * A file and the longest wait of `/healthz`, asked again and again while it is made.
 * @param {string} origin @param {string} path @param {string} file
 */
async function produce(origin, path, file) {
	let done = false;
	let longest = 0;
	let answers = 0;
	const polling = (async () => {
		while (!done) {
			const start = performance.now();
			const { ok } = await fetch(`${origin}/healthz`);
			if (!ok) throw new Error('not alive while a dossier is made');
			longest = Math.max(longest, performance.now() - start);
			answers++;
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		}
	})();
	const start = performance.now();
	const answer = await fetch(`${origin}${path}/${file}?cadre=pts`);
	if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const took = performance.now() - start;
	done = true;
	await polling;
	return { bytes, took, longest, answers };
}

/**
 * The files of a dossier over this network, with how long they may take.
 * @param {import('./sites.js').Network} network @param {number} [atMost]
 */
async function measured(network, atMost) {
	const served = await site(network);
	if (!served) throw new Error('the network could not be made');
	const { origin, stop } = served;
	try {
		// The first reading of a page prepares the network, which is none of the dossier's cost.
		const path = await planned(origin);
		await fetch(`${origin}${path}`).then((answer) => answer.text());
		const pdf = await produce(origin, path, 'pdf');
		const word = await produce(origin, path, 'word');
		const pages = count(pdf.bytes, /\/Type \/Page\b/g);
		const figures = count(pdf.bytes, /\/S \/Figure\b/g);
		if (pages < PAGES) throw new Error(`only ${pages} pages`);
		return [
			{ name: 'PDF', made: pdf },
			{ name: 'Word file', made: word }
		].flatMap(({ name, made }) => [
			{
				what: `dossier of ${network.name} as a ${name}`,
				...{ measured: made.took / 1000, unit: 's', note: `${pages} pages, ${figures} figures` },
				...(atMost === undefined ? {} : { atMost })
			},
			{
				what: `longest wait of /healthz while the ${name} of ${network.name} is made / its making`,
				...{ measured: made.longest / made.took, unit: '×', atMost: 0.5 },
				note: `${ms(made.longest)} of ${ms(made.took)}, ${made.answers} answers`
			}
		]);
	} finally {
		stop();
	}
}

report([...(await measured(PROMISED, 5)), ...(await measured(LARGEST))]);
