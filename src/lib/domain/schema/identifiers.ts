/** French public identifiers, checked as the bodies that issue them say. */

function luhnSum(digits: string): number {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]);
		const doubled = i % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum;
}

const digitSum = (digits: string): number => [...digits].reduce((sum, d) => sum + Number(d), 0);

const LA_POSTE = '356000000';

/** SIREN: nine digits with a Luhn key (Insee). */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhnSum(text) % 10 === 0;

/**
 * SIRET: fourteen digits with a Luhn key over all of them (Insee). The establishments of La Poste ran
 * out of keys: for them the plain sum of the digits is a multiple of five.
 */
export function isSiret(text: string): boolean {
	if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
	if (luhnSum(text) % 10 === 0) return true;
	return text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0;
}

/** FINESS: departement (2A, 2B in Corsica, 9A to 9J overseas) and seven digits. */
export const isFiness = (text: string): boolean => /^(?:\d{2}|2[AB]|9[A-J])\d{7}$/.test(text);

/** RNA: W and nine characters, of which the third may be a letter (2A, 2B, 9A…). */
export const isRna = (text: string): boolean => /^W(?:\d{2}|2[AB]|9[A-Z])\d{7}$/.test(text);

/** INSEE code of a commune, Corsica and overseas included. */
export const isCommuneCode = (text: string): boolean =>
	/^(?:(?!20|00|96|99)\d{2}|2[AB])\d{3}$/.test(text);

export const isPostalCode = (text: string): boolean => /^(?!00)\d{5}$/.test(text);

/** Readable id: lower-case words of letters and digits joined by single hyphens. */
export const isSlug = (text: string): boolean =>
	text.length <= 200 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

export function isWebAddress(text: string): boolean {
	if (!/^https?:\/\//.test(text)) return false;
	try {
		return new URL(text).hostname.includes('.');
	} catch {
		return false;
	}
}
