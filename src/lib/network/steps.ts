/** Computations in steps: whoever runs one lets others pass between two. */

/** Milliseconds a run of steps may hold a page: a fifth of what a hand feels, beside what else runs there. */
const TURN = 12;
/** Items made between two steps: enough that a step costs nothing beside them. */
const PART = 1000;

/** What steps end in, without a pause between them. */
export function inOneGo<T>(steps: Generator<void, T>): T {
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

/** As `map`, a part at a time. */
export function* inParts<T, U>(
	list: readonly T[],
	make: (item: T, index: number) => U
): Generator<void, U[]> {
	const made: U[] = [];
	for (const [index, item] of list.entries()) {
		made.push(make(item, index));
		if (index % PART === PART - 1) yield;
	}
	return made;
}

/** Resolves in a later turn: what the page has to draw or to answer comes before. */
export function nextTurn(): Promise<void> {
	const { scheduler }: { scheduler?: { yield?: () => Promise<void> } } = globalThis;
	if (scheduler?.yield) return scheduler.yield();
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}

/** Does something in a later turn; what it returns takes it back, were it not done yet. */
export function inNextTurn(act: () => void): () => void {
	let gone = false;
	void nextTurn().then(() => {
		if (!gone) act();
	});
	return () => (gone = true);
}

/**
 * Runs steps to their end, giving the page its turn each time they have had theirs. Once they had to
 * wait, what follows has a turn of its own too.
 */
export async function inTurns<T>(
	steps: Generator<void, T>,
	pause: () => Promise<unknown> = nextTurn,
	turn = TURN
): Promise<T> {
	let waited = false;
	for (let since = performance.now(); ;) {
		const step = steps.next();
		if (step.done === true) {
			if (waited) await pause();
			return step.value;
		}
		if (performance.now() - since < turn) continue;
		waited = true;
		await pause();
		since = performance.now();
	}
}
