import type { NodeLabel } from '#lib/domain/entities.ts';
import type {
	OrganisationSheet,
	ProjectSheet,
	RelationView,
	ResourceSheet
} from '#lib/domain/views.ts';
import { decodeInTurns } from '#lib/network/payload.ts';
import type { Selection } from '#lib/rendering/model.ts';
import { explorerData, type ExplorerData } from './data.ts';
import { connection } from './offline/connection.svelte.ts';

/**
 * Address of a network's compact form. The page preloads it, so the request below must be the very
 * same: no header of its own.
 */
export const compactUrl = (url: string): string =>
	`${url}${url.includes('?') ? '&' : '?'}form=columns`;

/** As `fetch`; a server that does not answer, or cannot read its database, is asked about again. */
async function reach(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
	try {
		const response = await fetch(url, init);
		if (response.status === 503) connection.doubt();
		return response;
	} catch (error) {
		if (!init.signal.aborted) connection.doubt();
		throw error;
	}
}

/** Fetches and reads a network. Throws on a refusal, a broken payload, or when `signal` aborts. */
export async function fetchNetwork(url: string, signal: AbortSignal): Promise<ExplorerData> {
	const response = await reach(compactUrl(url), { signal });
	if (!response.ok) throw new Error(`${response.status} ${url}`);
	return explorerData(await decodeInTurns(await response.text()));
}

export type LoadedSheet =
	| { kind: 'organisation'; sheet: OrganisationSheet }
	| { kind: 'resource'; sheet: ResourceSheet }
	| { kind: 'project'; sheet: ProjectSheet }
	| { kind: 'relation'; sheet: RelationView };

const RESOURCES: Partial<Record<NodeLabel, LoadedSheet['kind']>> = {
	SharedResource: 'resource',
	HealthProject: 'project'
};
const PATHS: Record<LoadedSheet['kind'], string> = {
	organisation: 'actors',
	resource: 'resources',
	project: 'projects',
	relation: 'relations'
};

/** Sheets opened before, for when nobody answers. */
const opened = new Map<string, LoadedSheet>();
const MOST_OPENED = 200;

/**
 * Fetches the sheet of what is selected, on the day of the network it is selected in: a project that
 * has ended is read as it was. The API answers in the shapes of `domain/views.ts`.
 */
export async function fetchSheet(
	apiBase: string,
	{ selection, label, day }: { selection: Selection; label: NodeLabel | undefined; day: string },
	signal: AbortSignal
): Promise<LoadedSheet> {
	const kind =
		selection.kind === 'edge' ? 'relation' : ((label && RESOURCES[label]) ?? 'organisation');
	const path = `${apiBase}/${PATHS[kind]}/${encodeURIComponent(selection.id)}`;
	const url = `${path}?${new URLSearchParams({ date: day })}`;
	const before = opened.get(url);
	const response = await reach(url, { headers: { accept: 'application/json' }, signal }).catch(
		(error: unknown) => {
			if (before && !signal.aborted) return undefined;
			throw error;
		}
	);
	if (before && (!response || response.status === 503)) return before;
	if (!response?.ok) throw new Error(`${response?.status} ${url}`);
	const loaded: LoadedSheet = { kind, sheet: await response.json() };
	if (opened.size >= MOST_OPENED) opened.clear();
	opened.set(url, loaded);
	return loaded;
}
