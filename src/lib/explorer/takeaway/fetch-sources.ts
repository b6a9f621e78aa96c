import type { SourceRef } from '#lib/domain/views.ts';

/**
 * Who publishes the sources of a network and where they are read; `undefined` when nobody answers:
 * their titles are known already, and a file with titles is better than none.
 */
export async function fetchSources(
	networkUrl: string,
	day: string
): Promise<SourceRef[] | undefined> {
	const url = new URL(networkUrl, location.origin);
	url.pathname = url.pathname.replace(/\/network$/, '/sources');
	url.searchParams.set('date', day);
	try {
		const response = await fetch(url, { headers: { accept: 'application/json' } });
		if (!response.ok) return undefined;
		const { items }: { items: SourceRef[] } = await response.json();
		return items;
	} catch {
		return undefined;
	}
}
