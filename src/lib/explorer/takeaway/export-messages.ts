import type { ExportWords } from '#lib/export/files.ts';
import type { ExportFormat, NetworkExport } from '#lib/export/model.ts';
import type { MapPicture } from '#lib/rendering/map/picture.ts';
import type { Picture } from '#lib/rendering/picture.ts';
import type { PictureFrame } from './picture-sheet.ts';

/** What is on screen. */
export type PictureSubject = { drawing: Picture } | { map: MapPicture };

/** The picture on screen, as SVG, or as pixels when it says how many times its size. */
export interface PictureRequest {
	kind: 'picture';
	/** Its file's name, without what says the format. */
	stem: string;
	subject: PictureSubject;
	frame: PictureFrame;
	/** Address of the font its words are written in. */
	font: string;
	scale?: number | undefined;
}

/** A whole network as one page: where its parts are, and what is written in the page without a network. */
export interface PageRequest {
	kind: 'page';
	name: string;
	template: string;
	network: string;
	proofs: string;
	/** JSON of what the page says of itself. */
	about: string;
	/** Already fit for HTML. */
	filled: Readonly<Record<'lang' | 'title' | 'noscript', string>>;
}

export interface NetworkRequest {
	kind: 'network';
	format: ExportFormat;
	network: NetworkExport;
	words: ExportWords;
}

export type ExportRequest = PictureRequest | PageRequest | NetworkRequest;

/** A file ready to be saved: only a hold on it travels, whatever its size. */
export interface SavedFile {
	name: string;
	content: Blob;
}
export interface ExportReply {
	/** Absent when they could not be written. */
	files: SavedFile[] | undefined;
}
