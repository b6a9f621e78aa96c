import type { Page } from '@playwright/test';

/** A line of a list as assistive technology holds it: what it is under, and its parts in order. */
export interface HeardLine {
	/** The headings above it, from the second level on. */
	under: readonly [string, string];
	parts: { role: 'button' | 'link' | 'text'; name: string }[];
}
export interface HeardText {
	/** Every heading, with its level. */
	headings: { level: number; name: string }[];
	/** Words outside lists, joined. */
	words: string;
	lines: HeardLine[];
}

interface TreeNode {
	nodeId: string;
	ignored: boolean;
	role?: { value?: unknown };
	name?: { value?: unknown };
	childIds?: string[];
	properties?: { name: string; value: { value?: unknown } }[];
}
const plain = (value: unknown): string =>
	String(value ?? '')
		.replace(/\s+/gu, ' ')
		.trim();

async function treeOf(page: Page): Promise<TreeNode[]> {
	const session = await page.context().newCDPSession(page);
	const answer = await session.send('Accessibility.getFullAXTree');
	await session.detach();
	return answer.nodes;
}

/** The names of everything of a role that assistive technology holds on a page. */
export async function namesHeard(page: Page, role: string): Promise<string[]> {
	const found = (await treeOf(page)).filter((node) => !node.ignored && node.role?.value === role);
	return found.map(({ name }) => plain(name?.value));
}

/** Reads a region of the page in the browser's accessibility tree, from its beginning to its end. */
export async function heardIn(page: Page, region: string): Promise<HeardText> {
	const nodes = await treeOf(page);
	const byId = new Map(nodes.map((node) => [node.nodeId, node]));
	const start = nodes.find(
		({ ignored, role, name }) => !ignored && role?.value === 'region' && name?.value === region
	);
	if (!start) throw new Error(`no region « ${region} » in the accessibility tree`);
	const heard: HeardText = { headings: [], words: '', lines: [] };
	const under: [string, string] = ['', ''];
	const read = (node: TreeNode, line: HeardLine | undefined): void => {
		const role = node.ignored ? '' : node.role?.value;
		const name = plain(node.name?.value);
		if (role === 'StaticText' || role === 'button' || role === 'link') {
			if (line) line.parts.push({ role: role === 'StaticText' ? 'text' : role, name });
			else heard.words = `${heard.words} ${name}`;
			return;
		}
		if (role === 'heading') {
			const level = Number(node.properties?.find((each) => each.name === 'level')?.value.value);
			heard.headings.push({ level, name });
			if (level === 2) under.splice(0, 2, name, '');
			if (level === 3) under[1] = name;
			return;
		}
		const inside = role === 'listitem' ? { under: [...under] as const, parts: [] } : line;
		if (inside && inside !== line) heard.lines.push(inside);
		for (const id of node.childIds ?? []) {
			const child = byId.get(id);
			if (child) read(child, inside);
		}
	};
	read(start, undefined);
	return heard;
}

/** A line as it is heard, its parts joined. */
export const spoken = ({ parts }: HeardLine): string =>
	plain(parts.map(({ name }) => name).join(' ')).replace(/ ([,.])/gu, '$1');
