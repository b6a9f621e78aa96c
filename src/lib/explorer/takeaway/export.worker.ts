/// <reference lib="webworker" />
import { exportFiles } from '#lib/export/files.ts';
import type { ExportReply, ExportRequest, SavedFile } from './export-messages.ts';
import { networkPage } from './network-page.ts';
import { writePicture } from './write-picture.ts';

async function write(request: ExportRequest): Promise<SavedFile[]> {
	switch (request.kind) {
		case 'picture':
			return [await writePicture(request)];
		case 'page':
			return [{ name: request.name, content: await networkPage(request) }];
		case 'network': {
			const files = await exportFiles(request.format, request.network, request.words);
			return files.map(({ name, type, content }) => ({
				name,
				content: new Blob([content], { type })
			}));
		}
	}
}

/** Writes files away from the page: a national network takes seconds. */
addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
	write(data).then(
		(files) => postMessage({ files } satisfies ExportReply),
		() => postMessage({ files: undefined } satisfies ExportReply)
	);
});
