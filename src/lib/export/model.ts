import type { HealthProject } from '#lib/domain/entities.ts';
import type { SourceRef } from '#lib/domain/views.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';

/** What leaves: the part of a network a reader has chosen, and what must always go with it. */
export interface NetworkExport {
	title: string;
	/** The day it shows, `YYYY-MM-DD`. */
	day: string;
	/** Under what licence, and whose work: a sentence in the reader's language. */
	licence: string;
	nodes: readonly NetworkNode[];
	edges: readonly NetworkEdge[];
	/** Titles of the sources cited, by id. */
	sourceNames: ReadonlyMap<string, string>;
	/** More of the same sources, where it is known. */
	sources?: readonly SourceRef[] | undefined;
	/** What is read beside the title: address, filters. In the reader's words, a line each. */
	about?: readonly { name: string; value: string }[] | undefined;
	/** What is known of its projects besides what the network shows, so that a file brings them back whole. */
	projects?: ReadonlyMap<string, HealthProject> | undefined;
	/** Layout positions, y growing downward. */
	positions?: ReadonlyMap<string, { x: number; y: number }> | undefined;
}

export const EXPORT_FORMATS = ['xlsx', 'csv', 'gexf', 'graphml', 'json', 'cypher'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportFile {
	name: string;
	/** Media type, with its charset when it is text. */
	type: string;
	content: string | Blob;
}
