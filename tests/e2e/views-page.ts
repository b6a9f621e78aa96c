import { expect, type Locator, type Page } from '@playwright/test';
import { DEFAULT_HIDDEN, expectedIn } from './explorer-page.ts';

export interface ViewsNetwork {
	nodes: { id: string; label: string; group: string; name: string }[];
	edges: {
		id: string;
		type: string;
		family: string;
		source: string;
		target: string;
		sources: string[];
		resourceId?: string;
		amountEur?: number;
		stage?: string;
	}[];
}
export const DEMONSTRATION = ['/demonstration', '/demonstration/api/network'] as const;
export const RICHERAND = [
	'/projets/prj-scic-richerand',
	'/api/v1/projects/prj-scic-richerand/network'
] as const;
export const STRASBOURG = [
	'/projets/prj-mus-strasbourg',
	'/api/v1/projects/prj-mus-strasbourg/network'
] as const;

export async function networkAt(page: Page, path: string): Promise<ViewsNetwork> {
	const answer = await page.request.get(path, { headers: { accept: 'application/json' } });
	expect(answer.status(), path).toBe(200);
	return answer.json();
}

/** What passes the filters of a first visit, with the fields of these views kept. */
export function shownIn(
	network: ViewsNetwork,
	hidden: readonly string[] = DEFAULT_HIDDEN
): ViewsNetwork {
	const { nodes, edges } = expectedIn(network, undefined, hidden);
	const [nodeIds, edgeIds] = [nodes, edges].map((list) => new Set(list.map(({ id }) => id)));
	return {
		nodes: network.nodes.filter(({ id }) => nodeIds?.has(id)),
		edges: network.edges.filter(({ id }) => edgeIds?.has(id))
	};
}

export async function openView(page: Page, path: string): Promise<void> {
	await page.goto(path);
	// Buttons instead of links: the page is alive and shows the network it fetched.
	await expect(page.locator('.reading button').first()).toBeVisible();
	// Long lists come a part at a time.
	await expect(page.locator('.reading [aria-busy="true"]')).toHaveCount(0);
}

export const sorted = (list: readonly (string | undefined)[]): (string | undefined)[] =>
	[...list].sort();
export const textsOf = async (found: Locator): Promise<string[]> =>
	(await found.allTextContents()).map((text) => text.replace(/\s+/gu, ' ').trim());
