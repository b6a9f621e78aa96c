import { VIEW_GROUPS } from '#lib/domain/view-state/state.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { fileStem } from '#lib/export/files.ts';
import { dateLabel, familyLabel, groupLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { shapeOfGroup } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import { textFont } from '#lib/ui/fonts.ts';
import { numberedSources, type ExplorerData } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { licenceOf } from './contents.ts';
import type { PictureRequest, PictureSubject, SavedFile } from './export-messages.ts';
import type { LegendItem } from './picture-sheet.ts';
import { writeFiles } from './save.ts';

/** Pixels on each side of the words. */
const SIDES = 48;
/** Lines of sources; those that do not fit are counted. */
const MOST_NOTES = 8;

/** Cuts a text in lines no wider than `width` pixels; a single word may be wider. */
function cut(text: string, width: number, font: string): string[] {
	const context = document.createElement('canvas').getContext('2d');
	if (context) context.font = font;
	const fits = (line: string): boolean => (context?.measureText(line).width ?? 0) <= width;
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ')) {
		const longer = line ? `${line} ${word}` : word;
		if (line && !fits(longer)) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...lines, line] : lines;
}

function legendOf(explorer: Explorer, palette: Palette): LegendItem[] {
	const { view, faceted } = explorer;
	const groups = VIEW_GROUPS.filter(
		(group) => !view.hiddenGroups.has(group) && (faceted?.counts.groups.get(group) ?? 0) > 0
	).map((group): LegendItem => {
		const shape = shapeOfGroup(group);
		return { mark: { shape, color: palette.groups[group] }, text: groupLabel(group) };
	});
	const families = DRAWN_FAMILIES.filter(
		(family) => view.families.has(family) && (faceted?.counts.families.get(family) ?? 0) > 0
	).map((family): LegendItem => {
		const mark = { line: palette.families[family], dashed: family === 'funding' };
		return { mark, text: familyLabel(family) };
	});
	const apart: LegendItem[] =
		explorer.apart.size > 0
			? [
					{
						mark: { shape: 'circle', color: palette.soft, apart: true },
						text: m.takeaway_picture_apart()
					}
				]
			: [];
	const { nodes, edges } = explorer.shown;
	const planned: LegendItem[] = [
		...(nodes.some((node) => node.planned)
			? [
					{
						mark: { shape: 'circle' as const, color: palette.soft, hollow: true },
						text: m.planning_key_node()
					}
				]
			: []),
		...(edges.some((edge) => edge.planned)
			? [{ mark: { line: palette.soft, dashed: true }, text: m.planning_key_tie() }]
			: [])
	];
	return [...groups, ...families, ...apart, ...planned];
}

function notesOf(
	explorer: Explorer,
	data: ExplorerData,
	width: number,
	own: readonly string[]
): string[] {
	const font = '11.5px "Atkinson Hyperlegible Next Variable", sans-serif';
	const sources = numberedSources(explorer.shown.edges);
	const titles = sources.map(({ id }) => data.sourceNames.get(id) ?? id);
	const closing = [...own, licenceOf(data)].flatMap((text) => cut(text, width, font));
	if (titles.length === 0) return closing;
	const linesOf = (kept: number): string[] => {
		const list = titles.slice(0, kept).join(' · ');
		const more = titles.length - kept;
		const text = more > 0 ? m.takeaway_picture_sources_more({ list, more }) : list;
		return cut(m.takeaway_picture_sources({ count: titles.length, list: text }), width, font);
	};
	// The longest list of titles that leaves room for the licence: longer ones take no fewer lines.
	let [fits, tooMany] = [0, titles.length + 1];
	while (tooMany - fits > 1) {
		const kept = Math.floor((fits + tooMany) / 2);
		if (linesOf(kept).length + closing.length <= MOST_NOTES) fits = kept;
		else tooMany = kept;
	}
	return fits > 0 ? [...linesOf(fits), ...closing] : closing;
}

/** What is on screen, and what only its view has to say of it. */
export interface Taken {
	subject: PictureSubject;
	width: number;
	palette: Palette;
	legend: readonly LegendItem[];
	notes: readonly string[];
}

async function take({ view: { view }, map, drawing }: Explorer): Promise<Taken> {
	if (view === 'carte' && map) return (await import('../views/map/picture.ts')).takeMap(map);
	const picture = drawing?.picture();
	if (!picture) throw new Error('the drawing is gone');
	const { width, palette } = picture;
	return { subject: { drawing: picture }, width, palette, legend: [], notes: [] };
}

const requestOf = (
	taken: Taken,
	{ explorer, data, title }: Pictured,
	scale: number | undefined
): PictureRequest => {
	const { year } = explorer.view;
	const { nodes, edges } = explorer.shown;
	const room = Math.max(taken.width, 480) - SIDES;
	return {
		kind: 'picture',
		stem: fileStem(title),
		subject: taken.subject,
		frame: {
			title,
			titleLines: cut(title, room, '700 22px "Atkinson Hyperlegible Next Variable", sans-serif'),
			subtitle: m.takeaway_picture_subtitle({
				date: year === undefined ? dateLabel(data.network.day) : String(year),
				nodes: nodes.length,
				edges: edges.length
			}),
			legend: [...legendOf(explorer, taken.palette), ...taken.legend],
			notes: notesOf(explorer, data, room, taken.notes),
			language: getLocale()
		},
		font: new URL(textFont, location.href).href,
		scale
	};
};

interface Pictured {
	explorer: Explorer;
	data: ExplorerData;
	title: string;
}

/**
 * The drawing or the map as it is on screen with all that must go with it: SVG, or PNG so many times its size.
 * Rejects when there is no drawing, or when this machine cannot paint it.
 */
export async function pictureFile(given: Pictured, scale?: number): Promise<SavedFile> {
	const taken = await take(given.explorer);
	const away = scale === undefined || 'OffscreenCanvas' in window;
	const [file] = await writeFiles(requestOf(taken, given, away ? scale : undefined));
	if (!file) throw new Error('no picture');
	if (away) return file;
	return { name: `${fileStem(given.title)}.png`, content: await toPng(file.content, scale) };
}

/** Draws an SVG on a canvas of the page, for browsers whose workers have none. */
async function toPng(svg: Blob, scale: number): Promise<Blob> {
	const address = URL.createObjectURL(svg);
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * scale;
		canvas.height = image.naturalHeight * scale;
		const context = canvas.getContext('2d');
		if (!context) throw new Error('no canvas');
		context.drawImage(image, 0, 0, canvas.width, canvas.height);
		return await new Promise((resolve, reject) =>
			canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no image'))), 'image/png')
		);
	} finally {
		URL.revokeObjectURL(address);
	}
}
