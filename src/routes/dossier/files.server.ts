import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { m } from '#lib/i18n/paraglide/messages.js';
import { blocksOf } from '#lib/proposal/document.ts';
import { makeDocument } from '#lib/proposal/make/make.ts';
import { FORMATS } from '#lib/proposal/make/write.ts';
import { PAGE_POLICY, writePage } from '#lib/proposal/page/document.ts';
import { pageStyle } from '#lib/proposal/page/style.ts';
import { writeJson } from '#lib/proposal/json.ts';
import { annexOf } from './annex.server.ts';
import type { Asked } from './asked.server.ts';

const HTML = 'text/html; charset=utf-8';

interface Sent {
	type: string;
	body: BodyInit;
	/** Absent for what is read where it is. */
	extension?: string;
	name?: string;
}

/** One figure of a dossier, alone. */
const figureNamed = ({ dossier }: Asked, id: string): Sent | undefined => {
	for (const block of dossier.sections.flatMap(blocksOf))
		if (block.kind === 'figure' && block.id === id)
			return { type: 'image/svg+xml', body: block.figure.svg };
	return undefined;
};

/** Each address under a dossier, and what it answers. */
const FILES: Readonly<Record<string, (asked: Asked) => Promise<Sent>>> = {
	word: async ({ dossier }) => ({
		...{ type: FORMATS.docx, extension: 'docx', body: await makeDocument(dossier, 'docx') }
	}),
	pdf: async ({ dossier }) => ({
		...{ type: FORMATS.pdf, extension: 'pdf', body: await makeDocument(dossier, 'pdf') }
	}),
	html: async ({ dossier }) => ({ type: HTML, extension: 'html', body: writePage(dossier) }),
	lecture: async ({ dossier }) => ({ type: HTML, body: writePage(dossier) }),
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
	const { type, body, extension, name = m.proposal_file_name() } = sent ?? unknown();
	const headers = new Headers({
		'content-type': type,
		'cache-control': 'no-cache',
		vary: 'Accept-Language, Cookie'
	});
	if (extension) {
		const saved = `${name}-${found.subject.id}-${found.framework.id}`.replace(/[^\w.-]/g, '');
		headers.set('content-disposition', `attachment; filename="${saved}.${extension}"`);
	}
	if (type === HTML) {
		const hash = createHash('sha256').update(pageStyle()).digest('base64');
		headers.set('content-security-policy', `${PAGE_POLICY}; style-src 'sha256-${hash}'`);
	}
	return new Response(body, { headers });
}
