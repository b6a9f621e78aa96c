import { departementName } from '#lib/domain/vocabulary/departements.ts';
import { isDepartementCode, isRegionCode, REGIONS } from '#lib/domain/vocabulary/regions.ts';
import { foldText } from '#lib/domain/text.ts';

const REGION_BY_NAME = new Map(REGIONS.map(({ name, code }) => [foldText(name), code]));
const DEPARTEMENT_BY_NAME = new Map(
	REGIONS.flatMap(({ departements }) =>
		departements.map((code) => [foldText(departementName(code)), code] as const)
	)
);

/** The code of a region, from its name or its code. */
export const readRegion = (raw: string): string | undefined => {
	const padded = raw.padStart(2, '0');
	return REGION_BY_NAME.get(foldText(raw)) ?? (isRegionCode(padded) ? padded : undefined);
};
/** The code of a département, from its name or its code. */
export const readDepartement = (raw: string): string | undefined => {
	const code = raw.toUpperCase().padStart(2, '0');
	return DEPARTEMENT_BY_NAME.get(foldText(raw)) ?? (isDepartementCode(code) ? code : undefined);
};

/** The département of an INSEE code, or of a postal code where that tells. */
export function departementOf(codeInsee: unknown, postalCode: unknown): string | undefined {
	const code = typeof codeInsee === 'string' ? codeInsee : postalCode;
	if (typeof code !== 'string') return undefined;
	const head = code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2);
	// Postal codes of Corsica do not tell its départements apart.
	return isDepartementCode(head) ? head : undefined;
}

const REGION_OF = new Map(
	REGIONS.flatMap(({ code, departements }) => departements.map((each) => [each, code] as const))
);
export const regionOf = (departement: string): string | undefined => REGION_OF.get(departement);
