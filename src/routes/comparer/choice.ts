import { foldText, searchTokens } from '#lib/domain/text.ts';
import type { ProjectCard } from '#lib/domain/views.ts';
import { DEPARTEMENTS, departementName } from '#lib/domain/vocabulary/departements.ts';
import { REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { capital, projectKindLabel, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';

/** A network one may add, with what tells it apart. */
export interface Candidate {
	reference: string;
	name: string;
	about: string;
}

const MOST = 12;

/** The address that compares these networks; `structure` stays shown when it is given. */
export function compareHref(references: readonly string[], structure?: string): string {
	if (references.length === 0) return '/comparer';
	// Ids hold nothing an address would have to hide, and a reader may want to edit it.
	const shown = structure === undefined ? '' : `&structure=${encodeURIComponent(structure)}`;
	return `/comparer?projets=${references.map(encodeURIComponent).join(',')}${shown}`;
}

const everything = (): Candidate => ({
	reference: 'tout',
	name: m.figures_scope_all(),
	about: m.compare_everything_about()
});

/**
 * Networks whose name, territory or region has every word asked for, projects first, then regions and
 * départements; without a word, the regions and the whole. Those already chosen are left out.
 */
export function candidates(
	cards: readonly ProjectCard[],
	asked: string,
	chosen: readonly string[]
): { found: Candidate[]; more: number } {
	const tokens = searchTokens(asked);
	const speaks = (text: string): boolean => {
		const words = foldText(text).split(' ');
		return tokens.every((token) => words.some((word) => word.startsWith(token)));
	};
	const projects = cards
		.filter((card) =>
			speaks(`${card.name} ${card.territoryText ?? ''} ${regionLabel(card.region)}`)
		)
		.map((card): Candidate => ({
			reference: card.id,
			name: card.name,
			about: `${capital(projectKindLabel(card.kind))} · ${regionLabel(card.region)}`
		}));
	const regions = REGIONS.filter(({ code }) => speaks(regionLabel(code))).map(
		({ code }): Candidate => ({
			reference: `region-${code}`,
			name: regionLabel(code),
			about: m.compare_region_about()
		})
	);
	const departements = DEPARTEMENTS.filter((code) => speaks(departementName(code))).map(
		(code): Candidate => ({
			reference: `departement-${code}`,
			name: departementName(code),
			about: m.compare_departement_about()
		})
	);
	const all =
		tokens.length === 0
			? [everything(), ...regions.sort((a, b) => a.name.localeCompare(b.name, 'fr'))]
			: [...projects, ...regions, ...departements];
	const free = all.filter(({ reference }) => !chosen.includes(reference));
	const most = tokens.length === 0 ? free.length : MOST;
	return { found: free.slice(0, most), more: Math.max(0, free.length - most) };
}
