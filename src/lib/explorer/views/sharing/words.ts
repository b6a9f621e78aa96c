import { certaintyLabel, statusLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Mark, Role } from './sharing.ts';

const ROLE: Record<Role, (count: number) => string> = {
	holds: m.views_role_holds,
	uses: m.views_role_uses,
	hosts: (count) => m.views_role_hosts({ count }),
	hosted: m.views_role_hosted
};

/** What a structure is to a resource: « porte », « y héberge 4 structures », and what weakens it. */
export function markWord({ role, ties, status, weak }: Mark): string {
	const words = [ROLE[role](ties.length)];
	if (status !== 'current') words.push(statusLabel(status));
	if (weak) words.push(certaintyLabel('unsourced'));
	return words.join(', ');
}
