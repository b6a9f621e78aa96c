import { parentPort } from 'node:worker_threads';
import { computeLayout, encodeLayout } from '#lib/network/layout/layout.ts';
import type { LayoutRequest } from './compute.ts';

/** Thread entry: one network in, its encoded layout out. */
parentPort?.on('message', ({ id, input }: LayoutRequest) => {
	try {
		parentPort?.postMessage({
			id,
			data: encodeLayout(computeLayout(input.network, input.isolated))
		});
	} catch (error) {
		parentPort?.postMessage({ id, error: String(error) });
	}
});
