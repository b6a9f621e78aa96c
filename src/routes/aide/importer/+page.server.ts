import { number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { MAX_COLUMNS, MAX_ROWS } from '#lib/import/separated.ts';
import { TEMPLATE_NAMES } from '#lib/import/templates.ts';
import { MOST_MEGABYTES } from '../../importer/limits.ts';
import { fileRefusals, rowRefusals, steps } from './refusals.ts';
import type { PageServerLoad } from './$types';

const TEMPLATE_WORDS = {
	structures: m.guide_template_structures,
	liens: m.guide_template_ties,
	ressources: m.guide_template_resources,
	subventions: m.guide_template_grants
};

export const load: PageServerLoad = ({ locals }) => ({
	isLocal: locals.app.mode === 'local',
	templates: TEMPLATE_NAMES.map((name) => ({ name, said: TEMPLATE_WORDS[name]() })),
	steps: steps(),
	formats: [
		[m.guide_format_table(), m.guide_format_table_help()],
		[m.guide_format_grants(), m.guide_format_grants_help()],
		[m.guide_format_finess(), m.guide_format_finess_help()],
		[m.guide_format_network(), m.guide_format_network_help()],
		[m.guide_format_ours(), m.guide_format_ours_help()]
	].map(([name = '', help = '']) => ({ name, help })),
	limits: m.guide_limits({
		megabytes: MOST_MEGABYTES,
		rows: number(MAX_ROWS),
		columns: number(MAX_COLUMNS)
	}),
	fileRefusals: fileRefusals(),
	rowRefusals: rowRefusals()
});
