import { m } from '#lib/i18n/paraglide/messages.js';
import type { MapDrawing } from '#lib/rendering/map/map-drawing.ts';
import type { Taken } from '../../takeaway/picture.ts';
import { creditWords } from './words.ts';

/** The map as it is on screen, with whom its ground owes and what it could not place. */
export async function takeMap(map: MapDrawing): Promise<Taken> {
	const picture = await map.picture();
	const { width, palette, seen, unplaced, loose, credits } = picture;
	const isStacked = seen.marks.some(({ mark, ghost }) => mark.kind === 'stack' && !ghost);
	return {
		subject: { map: picture },
		width,
		palette,
		legend: isStacked
			? [{ mark: { figure: '2', color: palette.soft }, text: m.map_picture_stack() }]
			: [],
		notes: [
			[
				...(unplaced > 0 ? [m.map_picture_unplaced({ count: unplaced })] : []),
				...(loose > 0 ? [m.map_loose({ count: loose })] : [])
			].join(' '),
			creditWords(credits)
		].filter(Boolean)
	};
}
