import { xml } from '#lib/export/xml.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import type { Dossier } from '../document.ts';
import { figureMarkup, pageOf, runsMarkup } from '../page/markup.ts';
import { paperColour } from '../palette.ts';
import { letterOf, type Letter, type Line } from './letter.ts';
import { fittedLetter } from './pdf.ts';

/** Two pages of A4 once printed, as wide as its text on a screen. */
const style = (size: number): string => `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${paperColour('wash')};color:${paperColour('ink')};font:${size}pt/1.3 "Atkinson Hyperlegible Next","Liberation Sans",Arial,sans-serif;overflow-wrap:break-word}
main{max-width:46rem;margin:2rem auto;padding:3rem clamp(1rem,6vw,4rem);background:#fff}
@media screen{body{font-size:max(${size}pt,1rem);line-height:1.5}}
h1{margin:0 0 .3em;font-size:1.5em;line-height:1.2}
h2{margin:.7em 0 .2em;font-size:1.15em;line-height:1.2;break-after:avoid}
p,ul{margin:0 0 .3em}
p,li{white-space:pre-line}
ul{padding-inline-start:1.2em}
.soft,figcaption{color:${paperColour('soft')}}
.small,figcaption{font-size:.85em}
.missing{font-weight:700}
.team-mark{color:${paperColour('soft')};font-size:.85em}
.drawn{display:flex;flex-wrap:wrap;gap:.7em;justify-content:center;margin:.4em 0;break-inside:avoid}
.drawn figure{flex:1 1 14rem;max-width:24rem;margin:0}
svg{display:block;width:100%;height:auto}
@page{size:A4;margin:20mm 20mm 16mm}
@media print{body{background:#fff}main{max-width:none;margin:0;padding:0}}
`;

/** Lines as paragraphs, those that follow one another as points in one list. */
function linesMarkup(lines: readonly Line[]): string {
	let isListed = false;
	const parts = lines.map(({ runs, bullet = false }) => {
		const turn = bullet === isListed ? '' : bullet ? '<ul>' : '</ul>';
		isListed = bullet;
		return `${turn}${bullet ? `<li>${runsMarkup(runs)}</li>` : `<p>${runsMarkup(runs)}</p>`}`;
	});
	return parts.join('\n') + (isListed ? '</ul>' : '');
}

function figures({ figures: drawn, caption }: Letter): string {
	if (drawn.length === 0) return '';
	const pictures = drawn.map(({ figure, alt }) => `<figure>${figureMarkup(figure, alt)}</figure>`);
	return `<div class="drawn">${pictures.join('')}</div><p class="soft small">${xml(caption)}</p>`;
}

/**
 * The letter as one HTML file: what its PDF says, in as many words; nothing runs in it, nothing is asked of
 * any host; prints on two pages.
 */
export async function writeLetterPage(dossier: Dossier): Promise<string> {
	const { limits } = await fittedLetter(dossier);
	const letter = letterOf(dossier, limits);
	const sections = letter.sections.map(({ title, lines }, index) => {
		const drawn = index === Math.floor(letter.sections.length / 2) ? figures(letter) : '';
		return `<section><h2>${xml(title)}</h2>\n${linesMarkup(lines)}${drawn}</section>`;
	});
	const sources = letter.sources.map((source) => `<p class="soft small">${xml(source)}</p>`);
	return pageOf({
		locale: getLocale(),
		title: letter.subject,
		style: style(limits.size),
		body: `<header>
<p class="soft">${xml(letter.to)}</p>
<h1>${xml(letter.subject)}</h1>
${letter.about.map((line) => `<p class="soft">${xml(line)}</p>`).join('\n')}
</header>
${sections.join('\n')}
${letter.missing ? `<p class="missing">${xml(letter.missing)}</p>` : ''}
<p>${xml(letter.closing)}</p>
<section aria-label="${xml(m.proposal_sources())}">${sources.join('\n')}</section>`
	});
}
