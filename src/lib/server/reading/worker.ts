import { parentPort, workerData } from 'node:worker_threads';
import { createCatalogue } from '../catalogue/create.ts';
import { Slices } from '../catalogue/slices.ts';
import { openRepository } from '../database.ts';
import { layoutComputer } from '../layouts/compute.ts';
import { LayoutKeeper } from '../layouts/keeper.ts';
import { LayoutWatch } from '../layouts/watch.ts';
import type { Repository } from '../repository.ts';
import { RetryingRepository } from '../retrying-repository.ts';
import { failureOf } from './failures.ts';
import { piecesOf, type Piece } from './pieces.ts';
import type { FromThread, ToThread } from './questions.ts';
import type { ThreadData } from './thread.ts';

/** Thread entry: a catalogue of its own over the same database, asked through messages. */
const { database, fictional }: ThreadData = workerData;
const tell = (message: FromThread): void => parentPort?.postMessage(message);
const onError = (error: unknown): void => tell({ say: 'error', failure: failureOf(error) });

let opened: Repository | undefined;
const repository = new RetryingRepository(database.neo4j ? 'neo4j' : 'sqlite', async () => {
	opened ??= await openRepository(database);
	await opened.migrate();
	return opened;
});
const computer = layoutComputer();
const layouts = new LayoutKeeper(repository, computer, onError);
const slices = new Slices(repository);
const watch = new LayoutWatch(repository, slices, layouts, onError);
const catalogue = createCatalogue(repository, { layouts, slices, fictional: () => fictional });

/** Pieces still to be sent, by question: the next one, and those after. */
const underway = new Map<
	number,
	{ ahead: IteratorResult<Piece, void>; rest: Iterator<Piece, void> }
>();

function sendNext(id: number): void {
	const answer = underway.get(id);
	if (!answer || answer.ahead.done) return;
	const piece = answer.ahead.value;
	answer.ahead = answer.rest.next();
	const isLast = answer.ahead.done === true;
	if (isLast) underway.delete(id);
	tell({ say: 'piece', id, piece, isLast });
}

async function answer({ id, question, args }: Extract<ToThread, { say: 'ask' }>): Promise<void> {
	try {
		const found: unknown = await Reflect.apply(catalogue[question], catalogue, args);
		const rest = piecesOf(found);
		underway.set(id, { ahead: rest.next(), rest });
		sendNext(id);
	} catch (error) {
		tell({ say: 'failed', id, failure: failureOf(error) });
	}
}

async function close(): Promise<void> {
	await watch.close();
	await computer.close();
	await opened?.close();
	parentPort?.close();
}

parentPort?.on('message', (message: ToThread) => {
	switch (message.say) {
		case 'ask':
			return void answer(message);
		case 'next':
			return sendNext(message.id);
		case 'revision':
			return watch.notice(message.revision);
		case 'close':
			return void close().catch(onError);
	}
});
