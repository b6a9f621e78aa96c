import { expect, it } from 'vitest';
import { openMemoryRepository } from '#lib/server/database.ts';
import { writeImport } from '#lib/server/import/import-file.ts';
import { followed } from './progress.ts';
import { EXIT, Terminal } from '../terminal.ts';

const FILE = {
	name: 'partenaires.csv',
	bytes: new TextEncoder().encode('Nom;Type;Commune\r\nLes Tilleuls;association;Lens\r\n')
};
const GIVEN = { choices: {}, who: 'Camille', skipRefused: false };

const terminalOf = (isTTY: boolean) => {
	const told: string[] = [];
	const err = { isTTY, columns: 80, write: (text: string) => told.push(text) };
	return { told, terminal: new Terminal({ write: () => true }, err, false) };
};

it('tells what an import is at on one line of a terminal, and nothing in a pipe', async () => {
	for (const [isTTY, said] of [
		[true, /[█░]+ Lecture du fichier/],
		[false, undefined]
	] as const) {
		const repository = await openMemoryRepository();
		await repository.migrate();
		const { told, terminal } = terminalOf(isTTY);
		const { revision } = await followed(terminal, (control) =>
			writeImport(repository, FILE, { ...GIVEN, ...control })
		);
		expect(revision?.number).toBe(1);
		if (said) expect(told[0]).toMatch(said);
		else expect(told).toEqual([]);
		expect(told.join('')).not.toContain('\n');
		await repository.close();
	}
});

it('stops at Ctrl-C, whatever it is at, and writes nothing', async () => {
	const listeners = process.listenerCount('SIGINT');
	const steps = ['reading', 'rows', 'ending'];
	for (const moment of steps) {
		const repository = await openMemoryRepository();
		await repository.migrate();
		const stopped = followed(terminalOf(true).terminal, (control) =>
			writeImport(repository, FILE, {
				...GIVEN,
				signal: control.signal,
				onProgress: ({ phase }) => void (phase === moment && process.emit('SIGINT'))
			})
		);
		await expect(stopped).rejects.toMatchObject({ exit: EXIT.stopped });
		expect(await repository.dataRevision()).toBe(0);
		expect(process.listenerCount('SIGINT')).toBe(listeners);
		await repository.close();
	}
});
