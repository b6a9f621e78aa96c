import { number } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { DatabaseNotEmptyError } from '#lib/server/errors.ts';
import { BackupRefusedError, checkBackup, readBackup } from '#lib/server/backup/read.ts';
import type { ArchivedItem } from '#lib/server/archive.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal, type Terminal } from '../terminal.ts';

const SENTENCES: Record<BackupRefusedError['code'], (given: { file: string }) => string> = {
	missing: m.backup_missing,
	not_backup: m.backup_not_backup,
	newer: m.backup_newer,
	truncated: m.backup_truncated,
	damaged: m.backup_damaged
};

/** How many times progress is told from beginning to end. */
const STEPS = 20;

function inWords(error: unknown, file: string): unknown {
	if (error instanceof DatabaseNotEmptyError)
		return new Refusal(EXIT.refused, [m.backup_not_empty()], { file, code: 'not_empty' });
	if (!(error instanceof BackupRefusedError)) return error;
	const exit = error.code === 'missing' ? EXIT.wrongCall : EXIT.refused;
	return new Refusal(exit, [SENTENCES[error.code]({ file })], { file, code: error.code });
}

/** The items of a file, saying how far it has come. */
async function* told(
	file: string,
	total: number,
	terminal: Terminal
): AsyncGenerator<ArchivedItem> {
	const step = Math.max(1_000, Math.ceil(total / STEPS));
	let done = 0;
	for await (const item of readBackup(file)) {
		yield item;
		if (++done % step === 0)
			terminal.progress(
				done,
				total,
				m.backup_progress({ done: number(done), total: number(total) })
			);
	}
}

/** `maillage restore`: a whole backup in one transaction, once it is known to be undamaged. */
export async function restore(
	context: Context,
	file: string | undefined,
	{ replace = false }: { replace?: boolean }
): Promise<void> {
	if (file === undefined) throw new Refusal(EXIT.wrongCall, [m.backup_file_needed()]);
	const { terminal } = context;
	terminal.step(m.backup_checking());
	try {
		const content = await checkBackup(file);
		await withRepository(
			context,
			(repository) => repository.load(() => told(file, content.total, terminal), { replace }),
			{ fills: true, waits: true }
		);
		const { revision, counts } = content;
		terminal.result([m.backup_restored({ file, total: number(content.total), revision })], {
			...{ file, revision, counts }
		});
	} catch (error) {
		throw inWords(error, file);
	}
}
