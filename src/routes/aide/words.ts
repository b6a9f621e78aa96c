import { m } from '#lib/i18n/paraglide/messages.js';
import type { IsolationClass } from '#lib/network/model.ts';
import type { FigureId } from '#lib/network/indicators/model.ts';

const FIGURES: Record<FigureId, () => string> = {
	structures: m.help_figure_structures,
	ess: m.help_figure_ess,
	partners: m.help_figure_partners,
	clustering: m.help_figure_clustering,
	mixing: m.help_figure_mixing,
	sharing: m.help_figure_sharing,
	groups: m.help_figure_groups,
	largest: m.help_figure_largest,
	isolated: m.help_figure_isolated,
	fragile: m.help_figure_fragile,
	brokers: m.help_figure_brokers,
	funders: m.help_figure_funders,
	concentration: m.help_figure_concentration,
	first_funder: m.help_figure_first_funder,
	access: m.help_figure_access,
	sourced: m.help_figure_sourced,
	freshness: m.help_figure_freshness
};

/** What a figure is for, in plain words. */
export const figureHelp = (id: FigureId): string => FIGURES[id]();

const CLASSES: Record<IsolationClass, () => string> = {
	no_tie: m.help_class_no_tie,
	no_horizontal_tie: m.help_class_no_horizontal_tie,
	outside_only: m.help_class_outside_only,
	detached_group: m.help_class_detached_group,
	single_bridge: m.help_class_single_bridge,
	absent: m.help_class_absent
};

/** What it means that a structure is in a class of those apart, in plain words. */
export const classHelp = (name: IsolationClass): string => CLASSES[name]();
