import type { SourceRef } from '#lib/domain/views.ts';

/** Address of what the API tells of the same network: its sources, its proofs. */
export function beside(networkUrl: string, what: 'sources' | 'proofs'): URL {
	const url = new URL(networkUrl, location.origin);
	url.pathname = url.pathname.replace(/\/network$/, `/${what}`);
	return url;
}

/**
 * Who publishes the sources of a network and where they are read; `undefined` when nobody answers:
 * their titles are known already, and a file with titles is better than none.
 */
export async function fetchSources(networkUrl: string): Promise<SourceRef[] | undefined> {
	try {
		const url = beside(networkUrl, 'sources');
		const response = await fetch(url, { headers: { accept: 'application/json' } });
		if (!response.ok) return undefined;
		const { items }: { items: SourceRef[] } = await response.json();
		return items;
	} catch {
		return undefined;
	}
}
