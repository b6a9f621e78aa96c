import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint();

/** Messages of the layer rules for a file that would stand at `path` and import `specifier`. */
async function objections(path: string, specifier: string): Promise<number> {
	const [result] = await eslint.lintText(`export * from '${specifier}';\n`, { filePath: path });
	const rules = new Set(['boundaries/dependencies', 'no-restricted-imports']);
	return result?.messages.filter((message) => rules.has(message.ruleId ?? '')).length ?? 0;
}

// The first file linted loads the whole configuration.
describe('layers', { timeout: 60_000 }, () => {
	it.each([
		['src/lib/domain/x.ts', '#lib/network/model.ts'],
		['src/lib/domain/x.ts', '../network/model.ts'],
		['src/lib/domain/x.ts', 'node:fs'],
		['src/lib/domain/x.ts', 'graphology'],
		['src/lib/network/x.ts', '#lib/server/repository.ts'],
		['src/lib/server/x.ts', '#lib/i18n/sentences.ts'],
		['src/lib/server/x.ts', 'neo4j-driver'],
		['src/lib/server/x.ts', 'svelte'],
		['src/lib/server/x.ts', '$app/environment'],
		['src/lib/server/sqlite/x.ts', '#lib/server/catalogue.ts'],
		['src/lib/server/neo4j/x.ts', '@photostructure/sqlite'],
		['src/lib/explorer/x.ts', 'sigma'],
		['src/lib/explorer/x.ts', '#lib/server/catalogue.ts'],
		['src/cli/x.ts', '#lib/explorer/x.ts']
	])('%s may not import %s', async (path, specifier) => {
		expect(await objections(path, specifier)).toBeGreaterThan(0);
	});

	it.each([
		['src/lib/domain/x.ts', './dates.ts'],
		['src/lib/domain/x.ts', 'valibot'],
		['src/lib/network/x.ts', '#lib/domain/dates.ts'],
		['src/lib/network/x.ts', 'graphology-layout-forceatlas2'],
		['src/lib/rendering/x.ts', '@sigma/edge-curve'],
		['src/lib/server/sqlite/x.ts', '#lib/server/repository.ts'],
		['src/lib/server/neo4j/x.ts', 'neo4j-driver'],
		['src/lib/server/x.ts', 'pino'],
		['src/lib/explorer/x.ts', 'svelte/reactivity'],
		['src/lib/explorer/x.ts', '$app/state'],
		['src/routes/x.ts', '#lib/server/catalogue.ts'],
		['src/hooks.server.ts', '#lib/server/app.ts']
	])('%s may import %s', async (path, specifier) => {
		expect(await objections(path, specifier)).toBe(0);
	});
});
