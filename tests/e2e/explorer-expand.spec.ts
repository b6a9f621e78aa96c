import { expect, test, type Page } from '@playwright/test';
import {
	DEFAULT_FAMILIES,
	DEFAULT_HIDDEN,
	drawingOf,
	expectDrawn,
	expectedIn,
	legendOf,
	networkAt,
	openDrawn,
	selected,
	sideOf,
	type NetworkAnswer
} from './explorer-page.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const API = '/demonstration/api/network';
const HUB = 'fictif-la-lanterne';

const otherEnd = ({ source, target }: { source: string; target: string }, id: string) =>
	source === id ? target : target === id ? source : undefined;

interface Case {
	path: string;
	before: NetworkAnswer;
	after: NetworkAnswer;
	/** Neighbours out of sight. */
	count: number;
}

/** One kind hidden, so that neighbours of the hub are: what is shown before and after, from the rule. */
async function hubWithHidden(page: Page): Promise<Case> {
	const network = await networkAt(page, API);
	const groups = new Map(network.nodes.map(({ id, group }) => [id, group]));
	const isHub = (id: string): boolean => DEFAULT_HIDDEN.includes(groups.get(id) ?? '');
	const near = network.edges.flatMap((edge) => otherEnd(edge, HUB) ?? []);
	const group = near
		.map((id) => groups.get(id) ?? '')
		.find((each) => !DEFAULT_HIDDEN.includes(each) && each !== groups.get(HUB));
	if (!group) throw new Error('the hub has no neighbour of another kind');
	const before = expectedIn(network, DEFAULT_FAMILIES, [...DEFAULT_HIDDEN, group]);
	const inSight = new Set(before.edges.flatMap((edge) => otherEnd(edge, HUB) ?? []));
	const hidden = new Set(near.filter((id) => !isHub(id) && !inSight.has(id)));
	const shown = new Set([...before.nodes.map(({ id }) => id), ...hidden]);
	const after = {
		nodes: network.nodes.filter(({ id }) => shown.has(id)),
		edges: network.edges.filter((edge) => {
			if (!shown.has(edge.source) || !shown.has(edge.target)) return false;
			return otherEnd(edge, HUB) !== undefined || DEFAULT_FAMILIES.includes(edge.family);
		})
	};
	const masked = [...DEFAULT_HIDDEN, group].join(',');
	return { path: `/demonstration?masques=${masked}`, before, after, count: hidden.size };
}

const showing = (count: number): RegExp =>
	count === 1 ? /Montrer sa voisine masquée/ : new RegExp(`Montrer ses ${count} voisines masquées`);

test('the sheet announces how many neighbours are hidden, shows them, and Back undoes it', async ({
	page
}) => {
	const { path, before, after, count } = await hubWithHidden(page);
	expect(count).toBeGreaterThan(1);
	await openDrawn(page, `${path}&selection=${HUB}`);
	await expectDrawn(page, before);
	await sideOf(page)
		.getByRole('button', { name: showing(count) })
		.click();
	await expectDrawn(page, after);
	await expect(page).toHaveURL(new RegExp(`deplies=${HUB}`));
	await selected(page, HUB);
	await expect(
		page.getByRole('status').filter({ hasText: `dont ${count} que la légende masque` })
	).toHaveCount(1);
	await page.reload();
	await expectDrawn(page, after);
	await page.goBack();
	await expectDrawn(page, before);
	await selected(page, HUB);
	await expect(page).not.toHaveURL(/deplies/);
	await page.goForward();
	await expectDrawn(page, after);
});

test('what was brought is put back by the sheet, by the bar and by the legend', async ({
	page
}) => {
	const { path, before, after, count } = await hubWithHidden(page);
	await openDrawn(page, `${path}&selection=${HUB}&deplies=${HUB}`);
	await expectDrawn(page, after);
	await sideOf(page)
		.getByRole('button', { name: `Masquer de nouveau ces ${count} voisines` })
		.click();
	await expectDrawn(page, before);
	await sideOf(page)
		.getByRole('button', { name: showing(count) })
		.click();
	await expectDrawn(page, after);
	const bar = page.getByRole('group', { name: 'Sélection', exact: true });
	await expect(bar).toContainText('Voisines masquées montrées autour de');
	await bar.getByRole('button', { name: 'Annuler' }).click();
	await expectDrawn(page, before);
	await sideOf(page)
		.getByRole('button', { name: showing(count) })
		.click();
	await expectDrawn(page, after);
	await legendOf(page).getByRole('button', { name: 'Rétablir l’affichage de départ' }).click();
	await expect(page).not.toHaveURL(/deplies|masques/);
	await expectDrawn(page, expectedIn(await networkAt(page, API)));
});

test('the menu of a structure shows its hidden neighbours too, by keyboard alone', async ({
	page
}) => {
	const { path, after, count } = await hubWithHidden(page);
	await openDrawn(page, `${path}&selection=${HUB}`);
	await selected(page, HUB);
	await page.getByRole('application').focus();
	await page.keyboard.press('Shift+F10');
	const line = page.getByRole('menuitem', { name: showing(count) });
	await expect(line).toBeVisible();
	await line.focus();
	await page.keyboard.press('Enter');
	await expectDrawn(page, after);
	await page.keyboard.press('Shift+F10');
	await page.getByRole('menuitem', { name: 'Masquer de nouveau ses voisines' }).click();
	await expect(page).not.toHaveURL(/deplies/);
});

test('an expanded structure that is not in the network is said and left out', async ({ page }) => {
	const { path, before } = await hubWithHidden(page);
	await openDrawn(page, `${path}&deplies=nobody-knows`);
	await expect(page.getByText('qui n’est pas, ou n’est plus, dans ce réseau')).toBeVisible();
	await expectDrawn(page, before);
	await expect(drawingOf(page)).toHaveAttribute('data-pinned', '');
});
