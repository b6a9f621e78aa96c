/// <reference lib="webworker" />
import { exportFiles } from '#lib/export/files.ts';
import type { ExportReply, ExportRequest } from './export-messages.ts';

/** Writes files away from the page: a national network takes seconds. */
addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
	exportFiles(data.format, data.network, data.words).then(
		(files) => postMessage({ files } satisfies ExportReply),
		() => postMessage({ files: undefined } satisfies ExportReply)
	);
});
