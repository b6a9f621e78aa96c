import { m } from '#lib/i18n/paraglide/messages.js';
import { number } from '#lib/i18n/labels.ts';
import { writeBackup, WrittenMeanwhileError } from '#lib/server/backup/write.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

/** How often progress is told, in items: often enough to be seen moving, rarely in a pipe. */
const STEP = 20_000;

/** `maillage backup`: the whole database in one file, whole or not there. */
export function backup(context: Context, file: string | undefined): Promise<void> {
	if (file === undefined) throw new Refusal(EXIT.wrongCall, [m.backup_file_needed()]);
	const { terminal } = context;
	return withRepository(context, async (repository) => {
		terminal.step(m.backup_reading());
		const taken = await writeBackup(repository, {
			at: new Date().toISOString(),
			onItem: (count) => {
				if (count % STEP === 0) terminal.step(m.backup_read({ count: number(count) }));
			}
		});
		try {
			const [bytes = 0] = await writeWhole([{ path: file, chunks: taken.bytes }]);
			const summary = taken.summary();
			const total = Object.values(summary.counts).reduce((sum, count) => sum + count, 0);
			terminal.result([m.backup_done({ file, total: number(total), revision: summary.revision })], {
				file,
				bytes,
				...summary
			});
		} catch (error) {
			if (!(error instanceof WrittenMeanwhileError)) throw error;
			throw new Refusal(EXIT.database, [m.backup_written_meanwhile()]);
		}
	});
}
