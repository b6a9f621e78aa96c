/**
 * Runs in an instrumented page: what is measured there, next to a bare refresh of sigma on the same
 * graph. The bare one has our programs and looks, and none of what we do around a frame.
 */
export function measures() {
	/** @type {any} */
	const bench = Reflect.get(window, '__bench');
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

	const pixel = new Uint8Array(4);
	/** Until the picture is really drawn: `finish` says so before it is, a pixel read back does not. */
	const finish = () => {
		for (const gl of bench.contexts)
			if (!gl.isContextLost()) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
	};
	/**
	 * `work`: what it took of the page, in milliseconds; `wall`: by the clock; `frames` of the screen begun
	 * before it was drawn, itself included.
	 * @param {() => void} start
	 */
	const untilDrawn = async (start) => {
		const { sigma } = bench;
		await frame();
		finish();
		// At a moment of its own, as people do: a page that is busy then answers late.
		const meant = performance.now() + 10 + Math.random() * 40;
		await new Promise((resolve) => setTimeout(resolve, meant - performance.now()));
		let drawn = false;
		const ended = new Promise((resolve) =>
			sigma.once('afterRender', () => {
				drawn = true;
				resolve(undefined);
			})
		);
		const t0 = performance.now();
		let frames = 0;
		let begun = t0;
		// Ours comes first in each frame: the wait for it is the screen's, not ours.
		const count = () => {
			if (drawn) return;
			frames++;
			begun = performance.now();
			requestAnimationFrame(count);
		};
		requestAnimationFrame(count);
		start();
		const handled = performance.now() - t0;
		await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 20_000))]);
		if (!drawn) throw new Error('nothing was drawn');
		finish();
		const now = performance.now();
		return { work: frames === 0 ? now - t0 : handled + (now - begun), wall: now - meant, frames };
	};

	/** @param {() => void} refresh */
	const bare = async (refresh) => {
		const { sigma } = bench;
		const ours = sigma.listeners('afterRender');
		sigma.removeAllListeners('afterRender');
		try {
			return await untilDrawn(refresh);
		} finally {
			for (const listener of ours) sigma.on('afterRender', listener);
		}
	};

	let tried = 0;
	/** A node that the pointer finds at its place, here and there. */
	const nextTarget = () => {
		const { sigma } = bench;
		const { width, height } = sigma.getDimensions();
		const ids = sigma.getGraph().nodes();
		for (let k = 0; k < ids.length; k++) {
			const id = ids[(tried++ * 7919) % ids.length];
			const at = sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id));
			if (at.x < 20 || at.y < 20 || at.x > width - 20 || at.y > height - 20) continue;
			if (sigma.getNodeAtPosition(at) === id) return { id, at };
		}
		throw new Error('no node can be pointed at');
	};

	/** @param {{ x: number, y: number }} at */
	const moveTo = ({ x, y }) => {
		const canvas = bench.sigma.getCanvases().mouse;
		const box = canvas.getBoundingClientRect();
		canvas.dispatchEvent(
			new MouseEvent('mousemove', { clientX: box.x + x, clientY: box.y + y, bubbles: true })
		);
	};

	/** The pointer from node to node, and a bare refresh of as many items, in turn. @param {number} count */
	const hover = async (count) => {
		const { sigma } = bench;
		const graph = sigma.getGraph();
		const around = (/** @type {string} */ id) => ({
			nodes: [id, ...graph.neighbors(id)],
			edges: graph.edges(id)
		});
		const ours = [];
		const theirs = [];
		/** @type {string | undefined} */
		let before;
		for (let k = 0; k < count; k++) {
			const { id, at } = nextTarget();
			const seen = await untilDrawn(() => moveTo(at));
			const [a, b] = [around(id), before === undefined ? { nodes: [], edges: [] } : around(before)];
			const partialGraph = {
				nodes: [...new Set([...a.nodes, ...b.nodes])],
				edges: [...new Set([...a.edges, ...b.edges])]
			};
			const plain = await bare(() =>
				sigma.refresh({ partialGraph, skipIndexation: true, schedule: true })
			);
			ours.push(seen);
			theirs.push(plain);
			before = id;
		}
		moveTo({ x: 3, y: 3 });
		return { ours, theirs };
	};

	/** A line of the legend pressed again and again, and a bare refresh, in turn. @param {number} count */
	const legend = async (count) => {
		const line = [...document.querySelectorAll('.legend button.line')].find(
			(button) => button.getAttribute('aria-pressed') === 'true'
		);
		const ours = [];
		const theirs = [];
		for (let k = 0; k < count; k++) {
			ours.push(await untilDrawn(() => line instanceof HTMLElement && line.click()));
			await frame();
			theirs.push(await bare(() => bench.sigma.refresh()));
		}
		return { ours, theirs };
	};

	/**
	 * The longest that our code blocked the page between two moments, in milliseconds: of each long task,
	 * what was neither sigma's nor the graphics driver's.
	 * @param {number} from @param {number} [to]
	 */
	const blocked = (from, to = performance.now()) => {
		let worst = 0;
		for (const [begin, end] of bench.tasks) {
			if (end <= from || begin >= to) continue;
			let ours = end - begin;
			for (const [start, stop] of [...bench.sigmas, ...bench.driver])
				ours -= Math.max(0, Math.min(stop, end) - Math.max(start, begin));
			worst = Math.max(worst, ours);
		}
		return worst;
	};

	Object.assign(bench, { hover, legend, blocked, nextTarget });
}
