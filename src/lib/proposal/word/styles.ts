import { AlignmentType, LevelFormat, LineRuleType, type IPropertiesOptions } from 'docx';
import { m } from '#lib/i18n/paraglide/messages.js';
import { paperColour } from '../palette.ts';

/** Twentieths of a point in a centimetre. */
const CM = 567;
/** Without its rule said, LibreOffice takes a line's height as exact, and titles overlap. */
const AUTO = LineRuleType.AUTO;
/** Half-points, as Word counts sizes. */
const points = (size: number): number => size * 2;

const ink = paperColour('ink').slice(1);
const accent = paperColour('accent').slice(1);
export const soft = paperColour('soft').slice(1);
export const rule = paperColour('line').slice(1);
export const wash = paperColour('wash').slice(1);

/** Text width of an A4 page with these margins, in twentieths of a point. */
export const TEXT_WIDTH = 11906 - 2 * 2.2 * CM;
export const PAGE = {
	size: { width: 11906, height: 16838 },
	margin: { top: 2.2 * CM, bottom: 2.2 * CM, left: 2.2 * CM, right: 2.2 * CM }
};
export const BULLETS = 'bullets';
export const SOURCES = 'sources';
/** Left to the team: framed, so that what is still to be written is seen at once. */
export const TEAM = 'Team';
export const GAP = 'Gap';
export const CELL = 'Cell';
/** Keeps what follows a table off it. */
export const SPACE = 'Space';

const title = { font: 'Cambria', color: ink };
const level = (
	left: number,
	text: string,
	format: (typeof LevelFormat)[keyof typeof LevelFormat]
) => ({
	level: 0,
	format,
	text,
	alignment: AlignmentType.LEFT,
	style: { paragraph: { indent: { left, hanging: left } } }
});

/** Real styles, so that whoever goes on writing changes them once for all. */
export const stylesIn = (language: string): Pick<IPropertiesOptions, 'styles' | 'numbering'> => ({
	styles: {
		default: {
			document: {
				run: { font: 'Calibri', size: points(11), color: ink, language: { value: language } },
				paragraph: { spacing: { after: 120, line: 276, lineRule: AUTO } }
			},
			title: { run: { ...title, size: points(26) }, paragraph: { spacing: { after: 120 } } },
			heading1: {
				run: { ...title, size: points(17), bold: true },
				paragraph: { spacing: { before: 400, after: 140 }, keepNext: true }
			},
			heading2: {
				run: { ...title, size: points(13), bold: true },
				paragraph: { spacing: { before: 240, after: 80 }, keepNext: true }
			},
			heading3: {
				run: { size: points(11), bold: true, color: soft },
				paragraph: { spacing: { before: 160, after: 60 }, keepNext: true }
			},
			caption: {
				run: { size: points(10), color: soft, italics: false },
				paragraph: { spacing: { before: 160, after: 80 } }
			},
			hyperlink: { run: { color: accent } }
		},
		paragraphStyles: [
			{
				id: TEAM,
				name: m.proposal_style_team(),
				basedOn: 'Normal',
				quickFormat: true,
				run: { color: accent },
				paragraph: {
					spacing: { before: 160, after: 240 },
					border: { left: { style: 'single', size: 18, space: 8, color: accent } },
					indent: { left: 170 }
				}
			},
			{
				id: GAP,
				name: m.proposal_style_gap(),
				basedOn: 'Normal',
				quickFormat: true,
				run: { color: soft, italics: true }
			},
			{
				id: SPACE,
				name: m.proposal_style_space(),
				basedOn: 'Normal',
				run: { size: points(6) },
				paragraph: { spacing: { after: 0, line: 240, lineRule: AUTO } }
			},
			{
				id: CELL,
				name: m.proposal_style_cell(),
				basedOn: 'Normal',
				quickFormat: true,
				run: { size: points(10) },
				paragraph: { spacing: { before: 40, after: 40, line: 252, lineRule: AUTO } }
			}
		]
	},
	numbering: {
		config: [
			{ reference: BULLETS, levels: [level(340, '–', LevelFormat.BULLET)] },
			{ reference: SOURCES, levels: [level(500, '%1.', LevelFormat.DECIMAL)] }
		]
	}
});
