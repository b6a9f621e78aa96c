import { m } from '#lib/i18n/paraglide/messages.js';
import type { Repository } from '#lib/server/repository.ts';
import { fictionalChangeSet, isFictionalOrigin } from '#lib/server/seed/fictional/change-set.ts';
import { fictionalTerritory } from '#lib/server/seed/fictional/territory.ts';
import { seedDirectory } from '#lib/server/seed/location.ts';
import { readSeed } from '#lib/server/seed/read-seed.ts';
import { markEmpty, seedRepository, type Seeding } from '#lib/server/seed/seed-repository.ts';
import { refusedFiles, withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';

/** What to fill the database with. */
export type Filling =
	| { kind: 'starter' }
	| { kind: 'empty' }
	| { kind: 'fictional'; structures: number; randomSeed: number };

const KEPT_SHOWN = 10;

function keptSentence(kept: readonly string[]): string {
	const ids = kept.slice(0, KEPT_SHOWN).join(', ');
	const more = kept.length - KEPT_SHOWN;
	return m.cli_seed_kept({ ids: more > 0 ? m.cli_seed_kept_more({ ids, more }) : ids });
}

function report({ terminal }: Context, kind: Filling['kind'], { revision, kept }: Seeding): void {
	const { number = null, created = 0, updated = 0, removed = 0 } = revision ?? {};
	const done = revision
		? m.cli_seed_done({ number: revision.number, created, updated, removed })
		: m.cli_seed_nothing();
	terminal.result([done, ...(kept.length > 0 ? [keptSentence(kept)] : [])], {
		seeded: kind,
		revision: number,
		created,
		updated,
		removed,
		kept
	});
}

const holdsFiction = async (repository: Repository): Promise<boolean> =>
	isFictionalOrigin(await repository.revision(1));

async function starter(context: Context, repository: Repository): Promise<void> {
	if (await holdsFiction(repository))
		throw new Refusal(EXIT.refused, [m.cli_seed_fictional_inside()]);
	context.terminal.step(m.cli_seed_reading());
	const reading = await readSeed(seedDirectory());
	if (!reading.ok) throw refusedFiles(reading.problems);
	context.terminal.step(m.cli_seed_writing());
	report(context, 'starter', await seedRepository(repository, reading.value));
}

async function empty(context: Context, repository: Repository): Promise<void> {
	if ((await repository.dataRevision()) > 0)
		throw new Refusal(EXIT.refused, [m.cli_seed_not_empty()]);
	await markEmpty(repository);
	context.terminal.result([m.cli_seed_emptied()], { seeded: 'empty', revision: null });
}

async function fictional(
	context: Context,
	repository: Repository,
	{ structures, randomSeed }: Extract<Filling, { kind: 'fictional' }>
): Promise<void> {
	const name = `${structures}/${randomSeed}`;
	const first = await repository.revision(1);
	if (first && !isFictionalOrigin(first))
		throw new Refusal(EXIT.refused, [m.cli_seed_real_inside()]);
	if (first && first.origin.name !== name)
		throw new Refusal(EXIT.refused, [m.cli_seed_fictional_inside()]);
	if (first) {
		report(context, 'fictional', { revision: null, kept: [] });
		return;
	}
	context.terminal.step(m.cli_seed_drawing({ structures, seed: randomSeed }));
	const territory = fictionalTerritory({ structures, randomSeed });
	context.terminal.step(m.cli_seed_writing());
	const at = new Date().toISOString();
	const revision = await repository.apply(fictionalChangeSet(territory, { name, at }));
	report(context, 'fictional', { revision, kept: [] });
}

/** `maillage seed`: one transaction, nothing written when anything is refused. */
export const seed = (context: Context, filling: Filling): Promise<void> =>
	withRepository(
		context,
		(repository) => {
			switch (filling.kind) {
				case 'starter':
					return starter(context, repository);
				case 'empty':
					return empty(context, repository);
				case 'fictional':
					return fictional(context, repository, filling);
			}
		},
		{ fills: true }
	);
