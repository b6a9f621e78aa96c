import { describe, expect, it, vi } from 'vitest';
import { openMemoryRepository } from './database.ts';
import { DatabaseUnavailableError } from './errors.ts';
import { RetryingRepository } from './retrying-repository.ts';

describe('RetryingRepository', () => {
	it('answers the last failure at once, tries again after a while, and recovers', async () => {
		let clock = 0;
		let tries = 0;
		let away = true;
		const repository = new RetryingRepository(
			'sqlite',
			async () => {
				tries++;
				if (away) throw new DatabaseUnavailableError('unreachable', 'here');
				const opened = await openMemoryRepository();
				await opened.migrate();
				return opened;
			},
			2000,
			() => clock
		);
		await expect(repository.ping()).rejects.toThrow(DatabaseUnavailableError);
		await expect(repository.dataRevision()).rejects.toThrow(DatabaseUnavailableError);
		expect(tries).toBe(1);
		clock = 2000;
		away = false;
		expect(await repository.dataRevision()).toBe(0);
		expect(tries).toBe(2);
		await repository.close();
	});

	it('opens once for questions asked together', async () => {
		let tries = 0;
		const repository = new RetryingRepository('sqlite', async () => {
			tries++;
			const opened = await openMemoryRepository();
			await opened.migrate();
			return opened;
		});
		await Promise.all([repository.ping(), repository.dataRevision(), repository.layouts()]);
		expect(tries).toBe(1);
		await repository.close();
	});

	it('says at once that data are being prepared, once, and answers when they are', async () => {
		let tries = 0;
		let finish = (): void => undefined;
		const repository = new RetryingRepository('neo4j', async (preparing) => {
			tries++;
			const opened = await openMemoryRepository();
			await opened.migrate();
			preparing('here');
			await new Promise<void>((done) => (finish = done));
			return opened;
		});
		const error = { name: 'DatabaseUnavailableError', reason: 'preparing', where: 'here' };
		await expect(repository.ping()).rejects.toMatchObject(error);
		await expect(repository.dataRevision()).rejects.toMatchObject(error);
		finish();
		await vi.waitFor(() => repository.ping());
		expect(await repository.dataRevision()).toBe(0);
		expect(tries).toBe(1);
		await repository.close();
	});

	it('tells why what was being prepared did not come about, and tries again', async () => {
		let clock = 0;
		let tries = 0;
		const repository = new RetryingRepository(
			'neo4j',
			async (preparing) => {
				tries++;
				preparing('here');
				throw new DatabaseUnavailableError('unreachable', 'here');
			},
			2000,
			() => clock
		);
		await expect(repository.ping()).rejects.toMatchObject({ reason: 'preparing' });
		await expect(repository.ping()).rejects.toMatchObject({ reason: 'unreachable' });
		expect(tries).toBe(1);
		clock = 2000;
		await expect(repository.ping()).rejects.toMatchObject({ reason: 'preparing' });
		expect(tries).toBe(2);
	});
});
