import { writeFileSync } from 'node:fs';

/** One line of the table: what was measured, and the bound it must hold. */
export interface Row {
	what: string;
	/** `null` when it could not be measured on this machine. */
	measured: number | null;
	unit: string;
	atMost?: number;
	note?: string;
}

/** Hands the rows to `run.js`, which named a file for them. */
export function report(rows: readonly Row[]): void {
	const file = process.argv[2];
	if (file === undefined) console.log(JSON.stringify(rows, null, '\t'));
	else writeFileSync(file, JSON.stringify(rows));
}

/** Milliseconds a task takes. */
async function timed(task: () => unknown): Promise<number> {
	const start = performance.now();
	await task();
	return performance.now() - start;
}

/** The time others on the machine disturbed least. */
export const best = (times: readonly number[]): number => Math.min(...times);

export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Times tasks one after the other, `rounds` times over, so that a slow moment falls on all of them. */
export async function inTurn<K extends string>(
	rounds: number,
	tasks: Readonly<Record<K, () => unknown>>
): Promise<Record<K, number[]>> {
	const times = Object.fromEntries(Object.keys(tasks).map((k) => [k, []])) as unknown as Record<
		K,
		number[]
	>;
	for (let round = 0; round < rounds; round++)
		for (const name in tasks) {
			globalThis.gc?.();
			times[name].push(await timed(tasks[name]));
		}
	return times;
}
