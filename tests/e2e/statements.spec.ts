import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';

interface Isolated {
	items: {
		actorId: string;
		name: string;
		class: string;
		certainty: string;
		disputed?: boolean;
		statements?: { says: string; by: string; reason: string }[];
	}[];
}

// It writes: it has a database of its own.
const data = mkdtempSync(join(tmpdir(), 'maillage-statements-'));
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

test('standing apart is confirmed and disputed by name, told wherever it is listed, and withdrawn', async ({
	page,
	request
}) => {
	test.setTimeout(180_000);
	const server = await startServer({ env: { MAILLAGE_DATA: data } });
	try {
		const list = `${server.origin}/isolees?departement=93&motif=no_horizontal_tie`;
		const rows = async (): Promise<Isolated['items']> => {
			const query = 'department=93&class=no_horizontal_tie&limit=500';
			const answer = await request.get(`${server.origin}/api/v1/isolated?${query}`);
			const { items }: Isolated = await answer.json();
			return items;
		};
		await page.goto(list);
		const row = page.getByRole('article').first();
		const name = await row.getByRole('heading').first().innerText();
		await expect(row).toContainText('(dans les données)');
		const say = async (what: string, by: string, reason: string): Promise<void> => {
			await row.getByText('Confirmer ou contester…').click();
			await row.getByRole('radio', { name: what }).check();
			await row.getByLabel('Qui le dit').fill(by);
			await row.getByRole('textbox', { name: 'Comment on le sait' }).fill(reason);
			await row.getByRole('button', { name: 'Enregistrer' }).click();
			await expect(row).toContainText(reason);
		};
		await say('Elle est bien à part', name, 'Jointe au téléphone.');
		await expect(page).toHaveURL(/departement=93&motif=no_horizontal_tie#/);
		await expect(row).toContainText('Confirmé par la structure elle-même');
		await expect(row).toContainText('(documenté)');
		await say('C’est faux', 'Coordination du CLS', 'Convention signée en 2023.');
		await expect(row).toContainText('(documenté, contesté)');

		const told = (await rows()).find((each) => each.name === name);
		expect(told).toMatchObject({ certainty: 'documented', disputed: true });
		// Said on one day, they come in the order of their ids.
		const statements = (told?.statements ?? []).toSorted((a, b) => (a.says < b.says ? 1 : -1));
		expect(statements).toMatchObject([
			{ says: 'exists', by: told?.actorId, reason: 'Jointe au téléphone.' },
			{ says: 'denies', by: 'Coordination du CLS', reason: 'Convention signée en 2023.' }
		]);
		const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
		const file = await (await request.get(server.origin + String(address))).text();
		expect(file).toContain('Coordination du CLS');
		expect(file).toContain('Convention signée en 2023.');

		// On its page too, where a word is withdrawn; what judges it proves nothing of what it is.
		await row.getByRole('link', { name, exact: true }).click();
		const apart = page.locator('#apart');
		await expect(apart).toContainText('Contesté par Coordination du CLS');
		await expect(page.getByRole('main').getByText('Jointe au téléphone.')).toHaveCount(1);
		await apart.getByRole('button', { name: 'Retirer ce qu’en dit Coordination du CLS' }).click();
		await expect(apart).not.toContainText('Contesté');
		await apart
			.getByRole('button', { name: 'Retirer ce qu’en dit la structure elle-même' })
			.click();
		await expect(apart).toContainText('(dans les données)');
		expect((await rows()).find((each) => each.name === name)).not.toHaveProperty('statements');

		const empty = await page.request.post(
			`${server.origin}/structures/${String(told?.actorId)}?/state`,
			{ headers: { origin: server.origin }, form: { says: 'exists', by: '', reason: 'x' } }
		);
		expect(empty.status()).toBe(400);

		// A partner is set aside from the list and from the explorer's panel, where one stays.
		await page.goto(`${server.origin}/isolees?departement=93`);
		const other = page.getByRole('article').filter({ hasText: 'Écarter…' }).first();
		await other.getByText('Écarter…').first().click();
		await other.getByRole('textbox', { name: 'Pourquoi' }).first().fill('Déjà sollicitée.');
		await other.getByRole('button', { name: 'Écarter cette piste' }).first().click();
		await expect(page).toHaveURL(/\/isolees\?departement=93#/);
		await page.goto(`${server.origin}/projets/prj-scic-richerand?selection=scic-richerand`);
		const panel = page.getByRole('region', { name: 'Partenaires possibles' });
		const partner = String(await panel.locator('ol > li .name').first().textContent()).trim();
		await panel.getByText('Écarter…').first().click();
		await panel.getByRole('textbox', { name: 'Pourquoi' }).first().fill('Trop loin.');
		await panel.getByRole('button', { name: 'Écarter cette piste' }).first().click();
		await expect(panel).toContainText('Pistes écartées');
		await expect(panel).toContainText('Trop loin.');
		await expect(panel).toBeFocused();
		await expect(panel.locator('ol > li .name').getByText(partner, { exact: true })).toHaveCount(0);
		await panel.getByRole('button', { name: `Reprendre ${partner}` }).click();
		await expect(panel).not.toContainText('Trop loin.');
	} finally {
		await server.stop();
	}
});
