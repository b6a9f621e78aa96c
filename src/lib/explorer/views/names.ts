import type { View } from '#lib/domain/view-state/state.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

const NAMES: Record<View, () => string> = {
	reseau: m.explorer_view_network,
	carte: m.map_name,
	tableau: m.explorer_view_table,
	texte: m.text_name,
	mutualisation: m.views_name_sharing,
	financements: m.views_name_funding
};

export const viewName = (view: View): string => NAMES[view]();
