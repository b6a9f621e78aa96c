import { regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Precision } from '#lib/network/places.ts';
import type { Area } from '#lib/rendering/map/areas.ts';

const AREAS: Record<Area, () => string> = {
	metropole: m.map_area_metropole,
	guadeloupe: () => regionLabel('01'),
	martinique: () => regionLabel('02'),
	guyane: () => regionLabel('03'),
	reunion: () => regionLabel('04'),
	mayotte: () => regionLabel('06'),
	elsewhere: m.map_area_elsewhere
};
export const areaName = (area: Area): string => AREAS[area]();

const PRECISIONS: Record<Precision, () => string> = {
	address: m.map_precision_address,
	commune: m.map_precision_commune,
	holder: m.map_precision_holder,
	fictional: m.map_precision_fictional
};
export const precisionName = (precision: Precision): string => PRECISIONS[precision]();

/** Whom the ground owes: the style's own words, or those of the bundled one. */
export const creditWords = (credits: readonly string[]): string =>
	credits.length > 0 ? m.map_credits_style({ credits: credits.join(', ') }) : m.map_credits();

/** What the map says of how well places are known; nothing where none is. */
export function precisionKey({
	address,
	commune,
	holder,
	fictional
}: Readonly<Record<Precision, number>>): string[] {
	return [
		...(fictional > 0 ? [m.map_key_fictional()] : []),
		...(address > 0 ? [m.map_key_mixed({ address })] : commune > 0 ? [m.map_key_commune()] : []),
		...(holder > 0 ? [m.map_key_holder({ count: holder })] : [])
	];
}
