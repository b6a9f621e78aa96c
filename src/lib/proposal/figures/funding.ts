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

export interface Funding {
	/** Name of who pays. */
	payer: string;
	amountEur?: number | undefined;
	stage?: FundingStage | undefined;
}

interface Bar {
	name: string;
	sum: number;
}

/** Who pays how much at one stage, the largest first; past eight, the others together. */
function barsOf(fundings: readonly Funding[]): Bar[] {
	const sums = new Map<string, number>();
	for (const { payer, amountEur = 0 } of fundings)
		sums.set(payer, (sums.get(payer) ?? 0) + amountEur);
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
 * on one scale, never added together. What is `planned` is drawn hollow. None when no amount is known.
 */
export function fundingFigure(
	fundings: readonly Funding[],
	{ planned = false } = {}
): Figure | undefined {
	const known = fundings.filter(({ amountEur }) => amountEur !== undefined && amountEur > 0);
	const stages: (FundingStage | undefined)[] = [...FUNDING_STAGES, undefined];
	const parts = stages
		.map((stage) => ({ stage, bars: barsOf(known.filter((funding) => funding.stage === stage)) }))
		.filter(({ bars }) => bars.length > 0);
	if (parts.length === 0) return undefined;
	const most = Math.max(...parts.flatMap(({ bars }) => bars.map(({ sum }) => sum)));
	const room = WIDTH - 2 * MARGIN - NAMES - AMOUNTS;
	const colour = paperColour('family-funding');
	const paint = planned
		? `fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="6 4"`
		: `fill="${colour}"`;
	const drawn: string[] = [];
	let y = MARGIN / 2;
	for (const { stage, bars } of parts) {
		const name = capital(stage ? stageLabel(stage) : m.sheet_stage_unknown());
		const title = planned ? m.dossier_planned_stage({ stage: name }) : name;
		drawn.push(words(title, MARGIN, y + 28, { size: 18, weight: 700 }));
		y += TITLE;
		for (const { name, sum } of bars) {
			const width = Math.max(2, (room * sum) / most);
			drawn.push(
				words(fitting(name, 38), MARGIN, y + 20),
				`<rect x="${n(MARGIN + NAMES)}" y="${n(y + 4)}" width="${n(width)}" height="20" rx="3" ${paint}/>`,
				words(amount(sum), MARGIN + NAMES + width + 10, y + 20, { weight: 700 })
			);
			y += ROW;
		}
	}
	return sheet(y + MARGIN / 2, drawn);
}
