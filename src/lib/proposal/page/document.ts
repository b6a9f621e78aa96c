import { xml } from '#lib/export/xml.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { blocksOf, type Block, type Dossier, type Run } from '../document.ts';
import { rulesTable, sourceParts } from '../parts.ts';
import { figureMarkup, pageOf, runsMarkup } from './markup.ts';
import { pageStyle } from './style.ts';

const cited = (number: number): string =>
	`<sup>\u202f<a href="#source-${number}" aria-label="${xml(m.proposal_source_alt({ n: number }))}">[${number}]</a></sup>`;
const runs = (all: readonly Run[]): string => runsMarkup(all, cited);

function table({ caption, head, rows, numeric = [] }: Extract<Block, { kind: 'table' }>): string {
	const kind = (column: number): string => (numeric.includes(column) ? ' class="n"' : '');
	const titles = head.map((text, column) => `<th scope="col"${kind(column)}>${xml(text)}</th>`);
	const body = rows.map(
		(row) =>
			`<tr>${row.map((run, column) => `<td${kind(column)}>${runs([run])}</td>`).join('')}</tr>`
	);
	return `<div class="scroll" tabindex="0" role="region" aria-label="${xml(caption)}"><table><caption>${xml(caption)}</caption><thead><tr>${titles.join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function html(block: Block): string {
	switch (block.kind) {
		case 'paragraph':
			return `<p>${runs(block.runs)}</p>`;
		case 'heading':
			return `<h${block.level + 1}>${xml(block.text)}</h${block.level + 1}>`;
		case 'list':
			return `<ul>${block.items.map((item) => `<li>${runs(item)}</li>`).join('\n')}</ul>`;
		case 'facts':
			return `<dl>${block.rows.map((row) => `<dt>${xml(row.term)}</dt><dd>${runs(row.runs)}</dd>`).join('\n')}</dl>`;
		case 'table':
			return table(block);
		case 'figure':
			return `<figure>${figureMarkup(block.figure, block.alt)}<figcaption>${xml(block.caption)}</figcaption></figure>`;
		case 'gap':
			return `<p class="gap">${xml(block.text)}</p>`;
		case 'team':
			return `<p class="team"><strong>${xml(m.proposal_team_label())}</strong>${xml(block.text)}</p>`;
	}
}

interface Part {
	id: string;
	title: string;
	body: string;
}

function partsOf(dossier: Dossier): Part[] {
	const all = (blocks: readonly Block[]): string => blocks.map(html).join('\n');
	const sources = dossier.sources.map((source, index) => {
		const { name, facts, url } = sourceParts(source);
		const link = url ? ` <a href="${xml(url)}">${xml(url)}</a>` : '';
		return `<li id="source-${index + 1}">${xml(name)}<span class="soft">${xml(facts)}</span>${link}</li>`;
	});
	const references = dossier.references.map((text) => [{ text }]);
	return [
		...dossier.sections.map((section) => ({
			id: section.id,
			title: section.title,
			body: all(blocksOf(section))
		})),
		{ id: 'rules', title: m.proposal_rules(), body: all([rulesTable(dossier)]) },
		{ id: 'sources', title: m.proposal_sources(), body: `<ol>${sources.join('\n')}</ol>` },
		{
			id: 'annex',
			title: m.proposal_annex(),
			body: all([...dossier.annex, { kind: 'list', items: references }])
		}
	];
}

/** The dossier as one HTML file: figures inside, no script, nothing asked of any host; prints on A4. */
export function writePage(dossier: Dossier): string {
	const title = m.proposal_file_title({ project: dossier.title, framework: dossier.framework });
	const parts = partsOf(dossier);
	const contents = parts.map((part) => `<li><a href="#${part.id}">${xml(part.title)}</a></li>`);
	const bodies = parts.map(
		({ id, title: name, body }) =>
			`<section aria-labelledby="${id}"><h2 id="${id}">${xml(name)}</h2>\n${body}</section>`
	);
	return pageOf({
		locale: getLocale(),
		title,
		style: pageStyle(),
		body: `<header>
<h1>${xml(dossier.title)}</h1>
<p><strong>${xml(dossier.framework)}</strong></p>
${dossier.about.map((line) => `<p class="soft">${xml(line)}</p>`).join('\n')}
</header>
<nav aria-labelledby="contents"><h2 id="contents">${xml(m.proposal_contents())}</h2><ol>${contents.join('')}</ol></nav>
${bodies.join('\n')}`
	});
}
