import { m } from '#lib/i18n/paraglide/messages.js';
import type { RuleState } from './document.ts';

const STATE: Record<RuleState, () => string> = {
	satisfied: m.proposal_state_satisfied,
	to_confirm: m.proposal_state_to_confirm,
	missing: m.proposal_state_missing
};
/** « satisfaite », « à confirmer », « manquante ». */
export const stateLabel = (state: RuleState): string => STATE[state]();
