import type { ExportReply, ExportRequest, SavedFile } from './export-messages.ts';

/** Has the files written in a worker of their own. Rejects when it fails. */
export function writeFiles(request: ExportRequest): Promise<SavedFile[]> {
	const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
	const answer = new Promise<SavedFile[]>((resolve, reject) => {
		worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) =>
			data.files ? resolve(data.files) : reject(new Error('the files could not be written'))
		);
		worker.addEventListener('error', (event) => reject(new Error(event.message)));
	});
	worker.postMessage(request);
	return answer.finally(() => worker.terminate());
}

/** Hands a file to the browser's downloads. */
export function save({ name, content }: SavedFile): void {
	const address = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The download has its own hold on the content once the click has been handled.
	setTimeout(() => URL.revokeObjectURL(address));
}
