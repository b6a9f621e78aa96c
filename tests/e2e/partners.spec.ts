import { expect, test } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../server.js';

interface Suggestions {
	items: { partner: { id: string; name: string } }[];
	refused: { partner: { id: string }; reason: string }[];
}

// It writes: it has a database of its own.
const data = mkdtempSync(join(tmpdir(), 'maillage-partners-'));
test.afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a partner is set aside with its reason, is not suggested again, and is taken back', async ({
	page,
	request
}) => {
	test.setTimeout(180_000);
	const server = await startServer({ env: { MAILLAGE_DATA: data } });
	try {
		const suggested = async (): Promise<Suggestions> =>
			(await request.get(`${server.origin}/api/v1/suggestions?actor=a-vos-soins`)).json();
		const before = await suggested();
		const [first] = before.items;
		const name = String(first?.partner.name);
		await page.goto(`${server.origin}/structures/a-vos-soins`);
		await page
			.getByText(/^Écarter/)
			.first()
			.click();
		await page.getByRole('textbox', { name: 'Pourquoi' }).first().fill('Déjà rencontrée en 2024.');
		await page.getByRole('button', { name: 'Écarter cette piste' }).first().click();
		const refused = page.getByRole('region', { name: 'Pistes écartées' });
		await expect(refused).toContainText(name);
		await expect(refused).toContainText('Déjà rencontrée en 2024.');
		const after = await suggested();
		expect(after.items.map(({ partner }) => partner.id)).not.toContain(first?.partner.id);
		expect(after.items).toHaveLength(before.items.length);
		expect(after.refused).toMatchObject([
			{ partner: { id: first?.partner.id }, reason: 'Déjà rencontrée en 2024.' }
		]);
		// The other of the two is not asked to meet it either.
		const other = await request.get(
			`${server.origin}/api/v1/suggestions?actor=${String(first?.partner.id)}`
		);
		const back: Suggestions = await other.json();
		expect(back.refused).toMatchObject([{ partner: { id: 'a-vos-soins' } }]);

		await refused.getByRole('button', { name: `Reprendre ${name}` }).click();
		await expect(refused).toHaveCount(0);
		expect(await suggested()).toEqual(before);
	} finally {
		await server.stop();
	}
});

test('where one only reads, nothing can be set aside or taken back', async ({ page }) => {
	test.setTimeout(180_000);
	const server = await startServer({ env: { MAILLAGE_MODE: 'public' } });
	try {
		await page.goto(`${server.origin}/structures/a-vos-soins`);
		await expect(page.getByRole('heading', { name: 'Partenaires possibles' })).toBeVisible();
		await expect(page.getByText(/^Écarter/)).toHaveCount(0);
		const answer = await page.request.post(`${server.origin}/structures/a-vos-soins?/refuse`, {
			headers: { origin: server.origin },
			form: { partner: 'aides', reason: 'Non.' }
		});
		expect(answer.status()).toBe(403);
		const undo = await page.request.post(`${server.origin}/historique/1?/annuler`, {
			headers: { origin: server.origin },
			form: {}
		});
		expect(undo.status()).toBe(403);
		await page.goto(`${server.origin}/isolees?departement=93`);
		await expect(page.getByRole('article').first()).toBeVisible();
		await expect(page.getByText(/^(Écarter|Confirmer ou contester)/)).toHaveCount(0);
		const said = await page.request.post(`${server.origin}/structures/a-vos-soins?/state`, {
			headers: { origin: server.origin },
			form: { says: 'exists', by: 'X', reason: 'Y' }
		});
		expect(said.status()).toBe(403);
	} finally {
		await server.stop();
	}
});
