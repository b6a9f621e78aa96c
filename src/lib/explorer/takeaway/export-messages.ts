import type { ExportWords } from '#lib/export/files.ts';
import type { ExportFile, ExportFormat, NetworkExport } from '#lib/export/model.ts';

export interface ExportRequest {
	format: ExportFormat;
	network: NetworkExport;
	words: ExportWords;
}
export interface ExportReply {
	/** Absent when they could not be written. */
	files: ExportFile[] | undefined;
}
