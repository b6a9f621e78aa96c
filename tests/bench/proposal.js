// What a dossier costs: how long its files take over a network of 300 structures, and how long another
// request waits meanwhile. One that were written on the server's own thread would hold the others as long.
import { ms, report } from './browser.js';
import { fictional, site } from './sites.js';

const NETWORK = fictional(300, 900);
const PATH = '/projets/fictif-projet-1/dossier';
const POLL_MS = 5;

/** @param {Uint8Array} bytes @param {RegExp} mark */
const count = (bytes, mark) => [...Buffer.from(bytes).toString('latin1').matchAll(mark)].length;

/**
 * A file and the longest wait of `/healthz`, asked again and again while it is made.
 * @param {string} origin @param {string} file
 */
async function produce(origin, file) {
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
	const answer = await fetch(`${origin}${PATH}/${file}?cadre=pts`);
	if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
	const bytes = new Uint8Array(await answer.arrayBuffer());
	const took = performance.now() - start;
	done = true;
	await polling;
	return { bytes, took, longest, answers };
}

const served = await site(NETWORK);
if (!served) throw new Error('the network could not be made');
const { origin, stop } = served;
try {
	// The first reading of a page prepares the network, which is none of the dossier's cost.
	await fetch(`${origin}${PATH}`).then((answer) => answer.text());
	const pdf = await produce(origin, 'pdf');
	const word = await produce(origin, 'word');
	const pages = count(pdf.bytes, /\/Type \/Page\b/g);
	const figures = count(pdf.bytes, /\/S \/Figure\b/g);
	const said = `${pages} pages, ${figures} figures`;
	report(
		[
			{ name: 'PDF', made: pdf },
			{ name: 'Word file', made: word }
		].flatMap(({ name, made }) => [
			{
				what: `dossier of 300 structures as a ${name}`,
				measured: made.took / 1000,
				unit: 's',
				atMost: 5,
				note: said
			},
			{
				what: `longest wait of /healthz while the ${name} is made / its making`,
				measured: made.longest / made.took,
				unit: '×',
				atMost: 0.5,
				note: `${ms(made.longest)} of ${ms(made.took)}, ${made.answers} answers`
			}
		])
	);
} finally {
	stop();
}
