import { zipSync, type FlateCallback } from 'fflate';

/** fflate, its `zip` without workers of its own: takes its place in our worker (vite.config.ts). */
export * from 'fflate';

export function zip(files: Record<string, Uint8Array>, done: FlateCallback): void {
	// A reader waits for it: quick rather than smallest.
	done(null, zipSync(files, { level: 3 }));
}
