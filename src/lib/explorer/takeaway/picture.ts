import { VIEW_GROUPS } from '#lib/domain/view-state/state.ts';
import { DRAWN_FAMILIES } from '#lib/domain/vocabulary/relation-types.ts';
import { dateLabel, familyLabel, groupLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { getLocale } from '#lib/i18n/paraglide/runtime.js';
import { shapeOfGroup } from '#lib/rendering/model.ts';
import type { Palette } from '#lib/rendering/palette.ts';
import { textFont } from '#lib/ui/fonts.ts';
import { numberedSources, type ExplorerData } from '../data.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { licenceOf } from './contents.ts';
import { framedSvg, pictureSvg, type Framed, type LegendItem } from './picture-svg.ts';

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
	return [...groups, ...families, ...apart];
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
	// The longest list of titles that leaves room for the licence.
	for (let kept = titles.length; kept > 0; kept--) {
		const list = titles.slice(0, kept).join(' · ');
		const more = titles.length - kept;
		const text = more > 0 ? m.takeaway_picture_sources_more({ list, more }) : list;
		const lines = cut(
			m.takeaway_picture_sources({ count: titles.length, list: text }),
			width,
			font
		);
		if (lines.length + closing.length <= MOST_NOTES) return [...lines, ...closing];
	}
	return closing;
}

async function fontAddress(): Promise<string> {
	const bytes = new Uint8Array(await (await fetch(textFont)).arrayBuffer());
	let binary = '';
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return `data:font/woff2;base64,${btoa(binary)}`;
}

/** What is on screen, and what only its view has to say of it. */
export interface Taken {
	framed: Framed;
	legend: readonly LegendItem[];
	notes: readonly string[];
}

async function take({ map, drawing }: Explorer): Promise<Taken | undefined> {
	if (map) return (await import('../views/map/picture.ts')).takeMap(map);
	const picture = drawing?.picture();
	return picture && { framed: pictureSvg(picture), legend: [], notes: [] };
}

/** The drawing or the map as it is on screen with all that must go with it; nothing when there is no drawing. */
export async function networkSvg(
	explorer: Explorer,
	data: ExplorerData,
	title: string
): Promise<{ svg: string; width: number; height: number } | undefined> {
	const taken = await take(explorer);
	if (!taken) return undefined;
	const { framed } = taken;
	const { year } = explorer.view;
	const { nodes, edges } = explorer.shown;
	const room = Math.max(framed.width, 480) - SIDES;
	return framedSvg(framed, {
		title,
		titleLines: cut(title, room, '700 22px "Atkinson Hyperlegible Next Variable", sans-serif'),
		subtitle: m.takeaway_picture_subtitle({
			date: year === undefined ? dateLabel(data.network.day) : String(year),
			nodes: nodes.length,
			edges: edges.length
		}),
		legend: [...legendOf(explorer, framed.palette), ...taken.legend],
		notes: notesOf(explorer, data, room, taken.notes),
		language: getLocale(),
		font: await fontAddress()
	});
}

/** Draws an SVG on a canvas, `scale` times its size. Rejects when this machine cannot. */
export async function toPng(
	{ svg, width, height }: { svg: string; width: number; height: number },
	scale: number
): Promise<Blob> {
	const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
	try {
		const image = new Image(width, height);
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = width * scale;
		canvas.height = height * scale;
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
