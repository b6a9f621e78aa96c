/**
 * Runs in the page before anything else: gets hold of sigma as it is defined, and keeps when it works
 * and when the page is blocked. What our own code does inside a frame is not counted as sigma's.
 */
export function instrument() {
	/** @typedef {[number, number]} Span */
	const bench = {
		/** @type {any} */
		sigma: undefined,
		/** @type {Span[]} */
		sigmas: [],
		/** The graphics driver making a context or waiting for a program, whoever asked. @type {Span[]} */
		driver: [],
		/** @type {Span[]} */
		tasks: [],
		/** @type {(WebGLRenderingContext | WebGL2RenderingContext)[]} */
		contexts: []
	};
	Reflect.set(window, '__bench', bench);

	const HEAVY = [
		...['render', 'refresh', 'process', 'setGraph', 'resize', 'clear', 'kill'],
		...['createWebGLContext', 'createCanvasContext', 'registerNodeProgram', 'registerEdgeProgram'],
		...['getNodeAtPosition', 'getEdgeAtPoint', 'setCustomBBox']
	];
	let depth = 0;
	let since = 0;
	/** @param {Record<string, any>} proto */
	const follow = (proto) => {
		for (const name of HEAVY) {
			const own = proto[name];
			proto[name] = function (/** @type {unknown[]} */ ...args) {
				bench.sigma = this;
				if (depth++ === 0) since = performance.now();
				try {
					return own.apply(this, args);
				} finally {
					if (--depth === 0) bench.sigmas.push([since, performance.now()]);
				}
			};
		}
		const { emit } = proto;
		proto['emit'] = function (/** @type {unknown[]} */ ...args) {
			if (depth === 0) return emit.apply(this, args);
			const outer = depth;
			bench.sigmas.push([since, performance.now()]);
			depth = 0;
			try {
				return emit.apply(this, args);
			} finally {
				depth = outer;
				since = performance.now();
			}
		};
	};
	Object.defineProperty = new Proxy(Object.defineProperty, {
		apply(define, self, given) {
			// A method that only sigma's class has; the others follow before this turn is over.
			if (given[1] === 'addNodeToProgram') queueMicrotask(() => follow(given[0]));
			return Reflect.apply(define, self, given);
		}
	});

	const getContext = HTMLCanvasElement.prototype.getContext;
	HTMLCanvasElement.prototype.getContext = /** @type {typeof getContext} */ (
		function (/** @type {string} */ kind, /** @type {unknown} */ options) {
			const from = performance.now();
			const context = Reflect.apply(getContext, this, [kind, options]);
			if (depth === 0) bench.driver.push([from, performance.now()]);
			const isGl =
				context instanceof WebGL2RenderingContext || context instanceof WebGLRenderingContext;
			if (isGl && !bench.contexts.includes(context)) bench.contexts.push(context);
			return context;
		}
	);

	for (const { prototype } of [WebGLRenderingContext, WebGL2RenderingContext]) {
		const ask = prototype.getProgramParameter;
		// The driver compiles meanwhile: without a graphics card, for as long as a second.
		prototype.getProgramParameter = function (program, name) {
			const from = performance.now();
			const answer = ask.call(this, program, name);
			if (depth === 0) bench.driver.push([from, performance.now()]);
			return answer;
		};
	}

	new PerformanceObserver((list) => {
		for (const { startTime, duration } of list.getEntries())
			bench.tasks.push([startTime, startTime + duration]);
	}).observe({ type: 'longtask', buffered: true });
}
