import type { ExplorerData } from './data.ts';
import { fetchNetwork } from './load.ts';

/** Gives an explorer its network, or tells it that none came; answers what gives up waiting for it. */
export function loadNetwork(
	explorer: { data: ExplorerData | undefined; failed: boolean },
	url: string
): () => void {
	const stop = new AbortController();
	explorer.failed = false;
	fetchNetwork(url, stop.signal).then(
		(data) => {
			if (!stop.signal.aborted) explorer.data = data;
		},
		() => {
			explorer.failed = !stop.signal.aborted;
		}
	);
	return () => stop.abort();
}
