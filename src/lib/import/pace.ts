/** What an import is at: reading its file, at so many of its rows, or at the end of it all. */
export interface ImportStep {
	phase: 'reading' | 'rows' | 'ending';
	done: number;
	total: number;
}

/** Before this share is done, how long the rest takes is anybody's guess. */
const TELLING = 0.02;

/** How long what is left will take, if it goes on as it went. */
export class Pace {
	#start: number | undefined;

	constructor(private readonly now: () => number = () => performance.now()) {}

	/** Milliseconds, `undefined` while too little is done to tell. */
	remaining(done: number, total: number): number | undefined {
		if (done === 0 || this.#start === undefined) this.#start = this.now();
		if (total <= 0 || done / total < TELLING) return undefined;
		return ((this.now() - this.#start) / done) * (total - done);
	}
}
