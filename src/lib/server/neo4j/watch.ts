import { DatabaseUnavailableError } from '../errors.ts';

/** Bounds how long a server may stay silent while somebody waits for it. */
export interface Watch {
	/** Rejects with `DatabaseUnavailableError` when the silence lasted too long. */
	expired: Promise<never>;
	/** The server showed that it is alive. */
	touch(): void;
	/** From now on: what a silence would mean, and how long it may last, in milliseconds. */
	expect(meaning: 'unreachable' | 'locked', patienceMs: number): void;
	stop(): void;
}

export function startWatch(patienceMs: number, where: string): Watch {
	let patience = patienceMs;
	let meaning: 'unreachable' | 'locked' = 'unreachable';
	let last = Date.now();
	let timer: NodeJS.Timeout | undefined;
	let give: (error: Error) => void = () => undefined;
	const expired = new Promise<never>((_, reject) => (give = reject));
	// Whoever waits races against it; when nobody does any more, it concerns nobody.
	expired.catch(() => undefined);
	const arm = (): void => {
		clearTimeout(timer);
		// A touch only moves a date: re-arming a timer for each row would cost more than the row.
		timer = setTimeout(
			() => {
				if (Date.now() - last >= patience) give(new DatabaseUnavailableError(meaning, where));
				else arm();
			},
			last + patience - Date.now()
		);
	};
	arm();
	return {
		expired,
		touch: () => {
			last = Date.now();
		},
		expect: (next, nextPatience) => {
			meaning = next;
			patience = nextPatience;
			last = Date.now();
			arm();
		},
		stop: () => clearTimeout(timer)
	};
}
