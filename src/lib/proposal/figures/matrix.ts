import type { Organisation } from '#lib/domain/entities.ts';
import type { RelationView } from '#lib/domain/views.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { paperColour } from '../palette.ts';
import type { Figure } from '../document.ts';
import { fitting, MARGIN, n, sheet, WIDTH, words } from './paper.ts';

const ROW = 32;
const HEAD = 44;
const NAMES = 400;
const WIDEST = 90;
/** More would be too small to read: the table has them all. */
const MOST_COLUMNS = 12;
const MOST_ROWS = 36;

interface Resource {
	id: string;
	name: string;
}

/** What a structure is to a resource. */
function partIn(
	views: readonly RelationView[],
	actor: string,
	resource: string
): 'holds' | 'uses' | undefined {
	const mine = views.filter(
		({ source, target, resource: about }) =>
			(source.id === actor || target.id === actor) &&
			(target.id === resource || about?.id === resource)
	);
	if (mine.some(({ type, source }) => type === 'HOLDS' && source.id === actor)) return 'holds';
	return mine.length > 0 ? 'uses' : undefined;
}

function mark(part: 'holds' | 'uses', x: number, y: number): string {
	const colour = paperColour('family-sharing');
	return part === 'holds'
		? `<rect x="${n(x - 9)}" y="${n(y - 9)}" width="18" height="18" rx="3" fill="${colour}"/>`
		: `<circle cx="${n(x)}" cy="${n(y)}" r="8" fill="none" stroke="${colour}" stroke-width="3.5"/>`;
}

/** Which structure holds and which use each resource: a square who holds it, a ring who uses it. */
export function matrixFigure(
	actors: readonly Organisation[],
	resources: readonly Resource[],
	views: readonly RelationView[]
): Figure | undefined {
	const columns = resources.slice(0, MOST_COLUMNS);
	const rows = actors
		.map((actor) => ({ actor, parts: columns.map(({ id }) => partIn(views, actor.id, id)) }))
		.filter(({ parts }) => parts.some(Boolean))
		.slice(0, MOST_ROWS);
	if (columns.length === 0 || rows.length < 2) return undefined;
	const column = Math.min(WIDEST, (WIDTH - 2 * MARGIN - NAMES) / columns.length);
	const right = MARGIN + NAMES + column * columns.length;
	const middle = (index: number): number => MARGIN + NAMES + column * (index + 0.5);
	const drawn = columns.map((_, index) =>
		words(String.fromCharCode(65 + index), middle(index), HEAD - 14, {
			anchor: 'middle',
			weight: 700
		})
	);
	let y = HEAD;
	for (const { actor, parts } of rows) {
		drawn.push(
			`<path d="M${n(MARGIN)} ${n(y)}H${n(right)}" stroke="${paperColour('line')}"/>`,
			words(fitting(actor.name, 50), MARGIN, y + 21)
		);
		for (const [index, part] of parts.entries())
			if (part) drawn.push(mark(part, middle(index), y + ROW / 2));
		y += ROW;
	}
	y += 14;
	for (const [index, { name }] of columns.entries()) {
		drawn.push(
			words(`${String.fromCharCode(65 + index)}  ${fitting(name, 90)}`, MARGIN, y + 18, {
				size: 15
			})
		);
		y += 24;
	}
	y += 6;
	drawn.push(
		mark('holds', MARGIN + 9, y + 16),
		words(m.dossier_matrix_holds(), MARGIN + 28, y + 21, { size: 15 }),
		mark('uses', MARGIN + 289, y + 16),
		words(m.dossier_matrix_uses(), MARGIN + 308, y + 21, { size: 15 })
	);
	return sheet(y + 44, drawn);
}
