import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { blocksOf } from '#lib/proposal/document.ts';
import { makeDocument } from '#lib/proposal/make/make.ts';
import { FORMATS } from '#lib/proposal/make/write.ts';
import type { Dossier } from '#lib/proposal/document.ts';
import { writePage } from '#lib/proposal/page/document.ts';
import { PAGE_POLICY } from '#lib/proposal/page/markup.ts';
import { writeJson } from '#lib/proposal/json.ts';
import { annexOf } from './annex.server.ts';
import type { Asked } from './asked.server.ts';

const HTML = FORMATS.html;

interface Sent {
	type: string;
	body: BodyInit;
	/** Absent for what is read where it is. */
	extension?: string;
	name?: string;
	/** The only style that may apply in it. */
	style?: string;
}

/** One figure of a dossier, alone. */
const figureNamed = ({ dossier }: Asked, id: string): Sent | undefined => {
	for (const block of dossier.sections.flatMap(blocksOf))
		if (block.kind === 'figure' && block.id === id)
			return { type: 'image/svg+xml', body: block.figure.svg };
	return undefined;
};

/** The dossier to be read: a letter is laid out to know what it can say, which is done elsewhere. */
async function pageOf(dossier: Dossier): Promise<{ body: string; style: string }> {
	const body = dossier.letter
		? new TextDecoder().decode(await makeDocument(dossier, 'html'))
		: writePage(dossier);
	return { body, style: /<style>([^]*?)<\/style>/.exec(body)?.[1] ?? '' };
}

/** Each address under a dossier, and what it answers. */
const FILES: Readonly<Record<string, (asked: Asked) => Promise<Sent>>> = {
	word: async ({ dossier }) => ({
		...{ type: FORMATS.docx, extension: 'docx', body: await makeDocument(dossier, 'docx') }
	}),
	pdf: async ({ dossier }) => ({
		...{ type: FORMATS.pdf, extension: 'pdf', body: await makeDocument(dossier, 'pdf') }
	}),
	html: async ({ dossier }) => ({
		...{ type: HTML, extension: 'html', ...(await pageOf(dossier)) }
	}),
	lecture: async ({ dossier }) => ({ type: HTML, ...(await pageOf(dossier)) }),
	json: async (asked) => ({
		...{ type: 'application/json', extension: 'json', body: writeJson(asked.dossier) }
	}),
	annexe: async (asked) => {
		const body = await annexOf(asked);
		return { type: body.type, extension: 'xlsx', name: m.proposal_annex_file_name(), body };
	}
};

const unknown = (): never =>
	error(404, { message: m.dossier_unknown_file(), remedy: m.unknown_remedy() });

/**
 * A dossier as a file, whole or not at all: it is written before the first byte leaves. `asked` is read
 * only for a file there is. @throws 404 for any other
 */
export async function dossierFile(file: string, asked: () => Promise<Asked>): Promise<Response> {
	const write = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
	const figure = /^([a-z-]+)\.svg$/.exec(file)?.[1];
	if (!write && figure === undefined) unknown();
	const found = await asked();
	const sent = write ? await write(found) : figureNamed(found, figure ?? '');
	const { type, body, extension, style, name = m.proposal_file_name() } = sent ?? unknown();
	const headers = new Headers({
		'content-type': type,
		'cache-control': 'no-cache',
		vary: 'Accept-Language, Cookie'
	});
	if (extension) {
		const saved = `${name}-${found.subject.id}-${found.framework.id}`.replace(/[^\w.-]/g, '');
		headers.set('content-disposition', `attachment; filename="${saved}.${extension}"`);
	}
	if (style !== undefined) {
		const hash = createHash('sha256').update(style).digest('base64');
		headers.set('content-security-policy', `${PAGE_POLICY}; style-src 'sha256-${hash}'`);
	}
	return new Response(body, { headers });
}
