/** The canvases over the map: ties and marks, names, then what a hand draws around things. */
export interface Layers {
	marks: CanvasRenderingContext2D;
	names: CanvasRenderingContext2D;
	sketch: CanvasRenderingContext2D;
	/** Fits them to their element, at the screen's own resolution. */
	resize(): void;
	/** Above what has been put in their element since. */
	raise(): void;
	remove(): void;
}

function layer(element: HTMLElement): CanvasRenderingContext2D {
	const canvas = document.createElement('canvas');
	canvas.className = 'map-layer';
	element.append(canvas);
	const context = canvas.getContext('2d');
	if (!context) throw new Error('no canvas to draw on');
	return context;
}

export function makeLayers(element: HTMLElement): Layers {
	const marks = layer(element);
	const names = layer(element);
	const sketch = layer(element);
	const all = [marks, names, sketch];
	const resize = (): void => {
		const { clientWidth, clientHeight } = element;
		for (const context of all) {
			context.canvas.width = clientWidth * devicePixelRatio;
			context.canvas.height = clientHeight * devicePixelRatio;
			context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
		}
	};
	resize();
	const raise = (): void => element.append(...all.map(({ canvas }) => canvas));
	const remove = (): void => {
		for (const { canvas } of all) canvas.remove();
	};
	return { marks, names, sketch, resize, raise, remove };
}
