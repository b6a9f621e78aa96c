import { MediaQuery } from 'svelte/reactivity';
import type { Explorer } from '../explorer.svelte.ts';

/** Whether everything drawn keeps 3:1 against its ground: as the reader says or, without a word, the system. */
export class StrongContrast {
	readonly #explorer: Explorer;
	readonly #asked = new MediaQuery('(prefers-contrast: more)', false);
	readonly on = $derived.by(() => {
		const { contrast } = this.#explorer.view;
		return contrast === 'auto' ? this.#asked.current : contrast === 'renforce';
	});

	constructor(explorer: Explorer) {
		this.#explorer = explorer;
	}

	/** In the address only where it is not what the system asks for. */
	set(on: boolean): void {
		const contrast = on === this.#asked.current ? 'auto' : on ? 'renforce' : 'habituel';
		this.#explorer.adjust({ contrast });
	}

	/** Tells the page, whose drawings and styles follow; what it returns takes it back. */
	tell(): () => void {
		const { dataset } = document.documentElement;
		if (this.on) dataset['contrast'] = 'more';
		else delete dataset['contrast'];
		return () => delete dataset['contrast'];
	}
}
