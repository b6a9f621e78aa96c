import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The `seed/` folder of this program: the nearest one above this code, wherever it was built to.
 *
 * @throws Error when the program was installed without it.
 */
export function seedDirectory(): string {
	let dir = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		const candidate = join(dir, 'seed');
		if (existsSync(join(candidate, 'relations.csv'))) return candidate;
		const parent = dirname(dir);
		if (parent === dir) throw new Error('seed/ is missing beside package.json');
		dir = parent;
	}
}
