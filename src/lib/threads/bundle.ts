import { existsSync } from 'node:fs';

/**
 * The file of a thread, wherever the build has put the module that starts it: beside it or above.
 * Absent in `npm run dev` and in tests, where nothing is bundled.
 */
export const threadBundle = (name: string, from: string): URL | undefined =>
	['./', '../', '../../', '../../../']
		.map((up) => new URL(`${up}${name}.js`, from))
		.find((url) => url.protocol === 'file:' && existsSync(url));
