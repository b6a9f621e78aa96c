/**
 * A date as precise as its source: a year (`2021`), a month (`2021-03`) or a day (`2021-03-14`).
 * ISO text of different lengths compares well only through its bounds, hence the two helpers.
 */
export type PartialDate = string;

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const daysInMonth = (year: number, month: number): number =>
	new Date(Date.UTC(year, month, 0)).getUTCDate();

/** True for a real calendar year, month or day between 1800 and 2100. */
export function isPartialDate(text: string): boolean {
	const match = PATTERN.exec(text);
	if (!match) return false;
	const year = Number(match[1]);
	const month = match[2] === undefined ? 1 : Number(match[2]);
	const day = match[3] === undefined ? 1 : Number(match[3]);
	return (
		year >= 1800 &&
		year <= 2100 &&
		month >= 1 &&
		month <= 12 &&
		day >= 1 &&
		(day <= 28 || day <= daysInMonth(year, month))
	);
}

/** First day the date can mean, as `YYYY-MM-DD`. */
export function firstDay(date: PartialDate): string {
	return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** Last day the date can mean, as `YYYY-MM-DD`: the end of a period is inclusive. */
export function lastDay(date: PartialDate): string {
	if (date.length === 4) return `${date}-12-31`;
	if (date.length > 7) return date;
	const [year = 0, month = 1] = date.split('-').map(Number);
	return `${date}-${String(daysInMonth(year, month)).padStart(2, '0')}`;
}

/** Today as `YYYY-MM-DD` in Paris, where "today" is decided for every reader alike. */
export const today = (now: Date = new Date()): string =>
	new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(now);
