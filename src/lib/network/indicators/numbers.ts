/** Small statistics, none of which divides by zero. */
import type { FigureRange } from './model.ts';

export const sum = (values: Iterable<number>): number => {
	let total = 0;
	for (const value of values) total += value;
	return total;
};

/** The value a share `p` of the sorted values lie below, between two of them where needed (Hyndman and Fan's type 7). */
export function quantile(sorted: readonly number[], p: number): number {
	const at = (sorted.length - 1) * p;
	const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
	return low + (high - low) * (at - Math.floor(at));
}

/** How uneven shares of a whole are: the sum of their squares, from 1/n to 1; 0 of nothing. */
export function herfindahl(amounts: readonly number[]): number {
	const total = sum(amounts);
	return total > 0 ? sum(amounts.map((amount) => (amount / total) ** 2)) : 0;
}

/**
 * Twice the standard error of a figure of a network on each side, from its values with each structure
 * left out in turn (T. Snijders and S. Borgatti, « Non-parametric standard errors and tests for network
 * statistics », Connections 22, 1999). Nothing with fewer than four
 * structures, or where each left out changes nothing.
 */
export function jackknife(
	value: number,
	without: ArrayLike<number>,
	most = Infinity
): FigureRange | undefined {
	const n = without.length;
	if (n < 4) return undefined;
	let mean = 0;
	for (let i = 0; i < n; i++) mean += (without[i] ?? 0) / n;
	let squares = 0;
	for (let i = 0; i < n; i++) squares += ((without[i] ?? 0) - mean) ** 2;
	const error = 2 * Math.sqrt(((n - 2) / (2 * n)) * squares);
	if (error === 0) return undefined;
	return { low: Math.max(0, value - error), high: Math.min(most, value + error), kind: 'error' };
}
