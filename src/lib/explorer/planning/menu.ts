/** What can be planned from a structure or a resource: the same lines in its sheet and its menu. */
import { m } from '#lib/i18n/paraglide/messages.js';
import type { NetworkNode } from '#lib/network/model.ts';
import type { Explorer } from '../explorer.svelte.ts';
import { chosenIds } from '../stage/choice.ts';
import type { MenuLine } from '../stage/menu.ts';

/** Nothing where nobody may write, and before a scenario's plan is there. */
export function planLines(explorer: Explorer, { id, label }: NetworkNode): MenuLine[] {
	const { planning, plans, view } = explorer;
	if (!planning)
		return plans?.mayWrite && !view.reading
			? [{ text: m.planning_start(), act: () => (explorer.preparing = { from: id }) }]
			: [];
	if (!planning.mayWrite || !planning.laid) return [];
	const begin = (
		which: string,
		values: Record<string, string>,
		users: readonly string[] = []
	): void => {
		planning.refusal = '';
		planning.form = { kind: 'any', which, values, users };
	};
	const tie = { text: m.planning_tie_from(), act: () => planning.pick(id) };
	const fund = { text: m.planning_fund_here(), act: () => begin('financement', { target: id }) };
	if (label === 'SharedResource') return [tie, fund];
	const others = [...chosenIds(view)].filter((each) => each !== id);
	return [
		tie,
		{
			text: others.length > 0 ? m.planning_share_between() : m.planning_share_from(),
			act: () => begin('ressource', { holder: id }, others)
		},
		{ text: m.planning_partner_here(), act: () => begin('structure', { with: id }) },
		fund
	];
}
