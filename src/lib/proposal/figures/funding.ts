import type { RelationView } from '#lib/domain/views.ts';
import { FUNDING_STAGES, type FundingStage } from '#lib/domain/vocabulary/relation-types.ts';
import { amount, capital, stageLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { paperColour } from '../palette.ts';
import type { Figure } from '../document.ts';
import { fitting, MARGIN, n, sheet, WIDTH, words } from './paper.ts';

const ROW = 30;
const TITLE = 44;
const NAMES = 300;
const AMOUNTS = 130;
const MOST_PAYERS = 8;

interface Bar {
	name: string;
	sum: number;
}

/** Who pays how much at one stage, the largest first; past eight, the others together. */
function barsOf(views: readonly RelationView[]): Bar[] {
	const sums = new Map<string, number>();
	for (const { source, amountEur = 0 } of views)
		sums.set(source.name, (sums.get(source.name) ?? 0) + amountEur);
	const bars = [...sums]
		.map(([name, sum]) => ({ name, sum }))
		.sort((a, b) => b.sum - a.sum || a.name.localeCompare(b.name, 'fr'));
	if (bars.length <= MOST_PAYERS) return bars;
	const others = bars.slice(MOST_PAYERS - 1);
	const sum = others.reduce((all, bar) => all + bar.sum, 0);
	return [
		...bars.slice(0, MOST_PAYERS - 1),
		{ name: m.dossier_other_payers({ count: others.length }), sum }
	];
}

/**
 * Known amounts, payer by payer: money asked, granted, paid and given in kind each in a part of its own,
 * on one scale, never added together. None when no amount is known.
 */
export function fundingFigure(views: readonly RelationView[]): Figure | undefined {
	const known = views.filter(({ amountEur }) => amountEur !== undefined && amountEur > 0);
	const stages: (FundingStage | undefined)[] = [...FUNDING_STAGES, undefined];
	const parts = stages
		.map((stage) => ({ stage, bars: barsOf(known.filter((view) => view.stage === stage)) }))
		.filter(({ bars }) => bars.length > 0);
	if (parts.length === 0) return undefined;
	const most = Math.max(...parts.flatMap(({ bars }) => bars.map(({ sum }) => sum)));
	const room = WIDTH - 2 * MARGIN - NAMES - AMOUNTS;
	const drawn: string[] = [];
	let y = MARGIN / 2;
	for (const { stage, bars } of parts) {
		const title = capital(stage ? stageLabel(stage) : m.sheet_stage_unknown());
		drawn.push(words(title, MARGIN, y + 28, { size: 18, weight: 700 }));
		y += TITLE;
		for (const { name, sum } of bars) {
			const width = Math.max(2, (room * sum) / most);
			drawn.push(
				words(fitting(name, 38), MARGIN, y + 20),
				`<rect x="${n(MARGIN + NAMES)}" y="${n(y + 4)}" width="${n(width)}" height="20" rx="3" fill="${paperColour('family-funding')}"/>`,
				words(amount(sum), MARGIN + NAMES + width + 10, y + 20, { weight: 700 })
			);
			y += ROW;
		}
	}
	return sheet(y + MARGIN / 2, drawn);
}
