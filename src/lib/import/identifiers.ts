import { isFiness, isRna, isSiren, isSiret } from '#lib/domain/schema/identifiers.ts';

/** What a cell says of an identifier. */
export type Identifier =
	| { kind: 'sound'; value: string; restored?: true }
	/** A spreadsheet made a number of it: only its first digits are left, and how many there were. */
	| { kind: 'eaten'; head: string; digits: number }
	| { kind: 'wrong'; value: string };

const SCIENTIFIC = /^(\d)(?:[.,](\d+))?E\+?(\d+)$/i;

/** The key of a FINESS number (Luhn, the letter of Corsica counted by its rank). */
function hasFinessKey(text: string): boolean {
	const digits = text.replace('A', '1').replace('B', '2');
	// Overseas letters (9A to 9J): their rank in the key is not published.
	if (/^9[A-J]/.test(text)) return true;
	let sum = 0;
	[...digits].reverse().forEach((digit, i) => {
		const doubled = i % 2 === 1 ? Number(digit) * 2 : Number(digit);
		sum += doubled > 9 ? doubled - 9 : doubled;
	});
	return sum % 10 === 0;
}

export const isKeyedFiness = (text: string): boolean => isFiness(text) && hasFinessKey(text);

const RULES = {
	siren: { digits: 9, test: isSiren },
	siret: { digits: 14, test: isSiret },
	finess: { digits: 9, test: isKeyedFiness },
	rna: { digits: 10, test: isRna }
} as const;
export type IdentifierField = keyof typeof RULES;
export const IDENTIFIERS: readonly IdentifierField[] = ['finess', 'siret', 'siren', 'rna'];

/**
 * Reads an identifier as people and spreadsheets leave it: spaces and points between digits, zeros
 * lost at its head, or `2,601E+13`.
 */
export function readIdentifier(field: IdentifierField, raw: string): Identifier {
	const { digits, test } = RULES[field];
	const compact = raw.replace(/[\s\u00a0\u202f.'’-]/g, '').toUpperCase();
	const eaten = SCIENTIFIC.exec(raw.replace(/\s/g, ''));
	if (eaten) {
		const head = `${eaten[1] ?? ''}${eaten[2] ?? ''}`.replace(/0+$/, '');
		return { kind: 'eaten', head, digits: Number(eaten[3]) + 1 };
	}
	if (test(compact)) return { kind: 'sound', value: compact };
	if (/^\d+$/.test(compact) && compact.length < digits && compact.length >= digits - 2) {
		const padded = compact.padStart(digits, '0');
		if (test(padded)) return { kind: 'sound', value: padded, restored: true };
	}
	return { kind: 'wrong', value: raw };
}

/** True when `value` could be what a spreadsheet made `eaten` of. */
export const couldBe = (
	value: string,
	{ head, digits }: { head: string; digits: number }
): boolean =>
	value.replace(/^0+/, '').startsWith(head) && value.replace(/^0+/, '').length === digits;
