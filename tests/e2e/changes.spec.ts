import { expect, test } from '@playwright/test';

interface Changes {
	counts: Record<string, number>;
	items: { kind: string; relation: string; sentence: string }[];
}

test('what changed in a project between two years is told tie by tie, with its proof', async ({
	page,
	request
}) => {
	await page.goto('/projets/prj-scic-richerand/changements');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ce qui a changé');
	await page.getByRole('combobox', { name: 'Entre' }).selectOption('2016');
	await page.getByRole('combobox', { name: 'Et' }).selectOption('2023');
	await page.getByRole('button', { name: 'Comparer' }).click();
	await expect(page).toHaveURL(/de=2016&a=2023/);
	const answer = await request.get(
		'/api/v1/projects/prj-scic-richerand/changes?before=2016&after=2023',
		{ headers: { 'accept-language': 'fr' } }
	);
	const { counts, items }: Changes = await answer.json();
	expect(counts['appeared']).toBeGreaterThan(2);
	const main = page.getByRole('main');
	await expect(main.getByRole('status')).toContainText(`${counts['appeared']} liens apparus`);
	const lines = page.getByRole('region', { name: /^Liens apparus/ }).getByRole('listitem');
	await expect(lines).toHaveCount(Number(counts['appeared']));
	const [first] = items;
	await expect(main).toContainText(String(first?.sentence.replace(/^.*?\u202f: |\.$/g, '')));
	await lines.first().getByRole('link').click();
	await expect(page).toHaveURL(new RegExp(`lien=${String(first?.relation)}`));

	const refused = await page.goto('/projets/prj-scic-richerand/changements?de=hier');
	expect(refused?.status()).toBe(400);
	await expect(main).toContainText('une révision');
});
