/** Takes the place of `explorer/load.ts` in a saved file: the same questions, answered by the file. */
import type { NetworkProofs } from '#lib/domain/views.ts';
import { decodePayload, type NetworkPayload } from '#lib/network/payload.ts';
import type { Selection } from '#lib/rendering/model.ts';
import { explorerData, type ExplorerData } from '../data.ts';
import type { LoadedSheet } from '../load.ts';
import { BLOCKS, blockText } from './format.ts';
import { sheetIn } from './sheets.ts';

let network: NetworkPayload | undefined;
let proofs: NetworkProofs | undefined;

/** The network in the file, read once. @throws PayloadError when the file is damaged */
export const savedNetwork = (): NetworkPayload =>
	(network ??= decodePayload(blockText(BLOCKS.network)));

/** Nothing is asked of anybody: there is no address. */
export const compactUrl = (): string => '';

export const fetchNetwork = async (): Promise<ExplorerData> => explorerData(savedNetwork());

export async function fetchSheet(
	_base: string,
	{ selection }: { selection: Selection }
): Promise<LoadedSheet> {
	proofs ??= JSON.parse(blockText(BLOCKS.proofs));
	const sheet = proofs && sheetIn(proofs, selection);
	if (!sheet) throw new Error(`${selection.id} is not in this file`);
	return sheet;
}

// Held against what it takes the place of.
({ compactUrl, fetchNetwork, fetchSheet }) satisfies Pick<
	typeof import('../load.ts'),
	'compactUrl' | 'fetchNetwork' | 'fetchSheet'
>;
