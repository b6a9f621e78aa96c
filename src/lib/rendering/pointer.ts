/** What fingers and mice mean on a drawing. Sigma says where they are; the host says what happens. */
import type { MouseCoords } from 'sigma/types';
import type { Point, Selection } from './model.ts';
import type { Renderer } from './surface.ts';

/** Pixels a press may wander before it is a drag. */
const STEADY = { mouse: 4, touch: 10 };
/** Milliseconds a finger stays down to ask for the menu. */
const LONG_PRESS = 500;

export interface PointerHost {
	/** What a drag on the ground does: moves the picture, or draws around nodes. */
	tool(): 'move' | 'lasso';
	hover(over: Selection | undefined): void;
	/** `add`: with Ctrl, Cmd or Shift. */
	click(on: Selection | undefined, add: boolean): void;
	doubleClick(node: string): void;
	menu(on: Selection | undefined, at: Point): void;
	/** A node follows the hand, taken at `from`: in pixels of the element. */
	drag(node: string, to: Point, from: Point): void;
	dropped(node: string): void;
	/** An outline being drawn; the last one comes with `done`. */
	outline(points: readonly Point[], shape: 'rectangle' | 'lasso', end?: { add: boolean }): void;
}

type Doing = 'waiting' | 'dragging' | 'rectangle' | 'lasso';

interface Press {
	on: Selection | undefined;
	touch: boolean;
	add: boolean;
	points: Point[];
	doing: Doing;
}

const withKey = (event: MouseEvent | TouchEvent): boolean =>
	event.ctrlKey || event.metaKey || event.shiftKey;
const isTouch = (event: MouseEvent | TouchEvent): event is TouchEvent => 'touches' in event;

/** Listens for as long as the renderer lives; answers what stops a press in progress. */
export function listenToPointer(sigma: Renderer, host: PointerHost): () => void {
	let press: Press | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;
	/** The click that ends a drag or a long press is not a click. */
	let swallow = false;

	const letGo = (): void => {
		clearTimeout(timer);
		press = undefined;
	};
	const down = (on: Selection | undefined, { x, y, original }: MouseCoords): void => {
		swallow = false;
		clearTimeout(timer);
		const touch = isTouch(original);
		if (touch ? original.touches.length > 1 : original.button !== 0) return letGo();
		press = { on, touch, add: withKey(original), points: [{ x, y }], doing: 'waiting' };
		if (!touch || host.tool() === 'lasso') return;
		const fire = (): void => {
			letGo();
			swallow = true;
			host.menu(on, { x, y });
		};
		// Once more at the end of the queue: on a busy machine, a move already made is not yet told.
		timer = setTimeout(() => {
			timer = setTimeout(fire);
		}, LONG_PRESS);
	};
	const intent = ({ on, touch, add }: Press): Doing | undefined => {
		if (host.tool() === 'lasso') return 'lasso';
		if (touch) return undefined;
		if (on?.kind === 'node') return 'dragging';
		return add ? 'rectangle' : undefined;
	};
	const move = ({ x, y }: Point, keep: () => void): void => {
		const start = press?.points[0];
		if (!press || !start) return;
		const wanted = press.doing === 'waiting' ? intent(press) : press.doing;
		if (wanted) keep();
		if (press.doing === 'waiting') {
			const steady = press.touch ? STEADY.touch : STEADY.mouse;
			if (Math.hypot(x - start.x, y - start.y) < steady) return;
			clearTimeout(timer);
			if (!wanted) return letGo();
			press.doing = wanted;
			swallow = true;
			host.hover(undefined);
		}
		if (press.doing === 'dragging' && press.on) host.drag(press.on.id, { x, y }, start);
		else if (press.doing === 'rectangle') {
			press.points = [start, { x, y }];
			host.outline(press.points, 'rectangle');
		} else {
			press.points.push({ x, y });
			host.outline(press.points, 'lasso');
		}
	};
	const up = (): void => {
		const ended = press;
		letGo();
		if (!ended) return;
		const { doing, on, points, add } = ended;
		if (doing === 'dragging' && on) host.dropped(on.id);
		else if (doing === 'rectangle' || doing === 'lasso') host.outline(points, doing, { add });
	};
	const hover = (over: Selection | undefined): void => {
		if (!press || press.doing === 'waiting') host.hover(over);
	};
	const click = (on: Selection | undefined, { original }: MouseCoords): void => {
		if (!swallow) host.click(on, withKey(original));
	};
	const menu = (on: Selection | undefined, { x, y, original }: MouseCoords): void => {
		original.preventDefault();
		letGo();
		host.menu(on, { x, y });
	};

	const node = (id: string): Selection => ({ kind: 'node', id });
	const edge = (id: string): Selection => ({ kind: 'edge', id });
	sigma.on('enterNode', (on) => hover(node(on.node)));
	sigma.on('leaveNode', () => hover(undefined));
	sigma.on('enterEdge', (on) => hover(edge(on.edge)));
	sigma.on('leaveEdge', () => hover(undefined));
	sigma.on('downNode', (on) => down(node(on.node), on.event));
	sigma.on('downEdge', (on) => down(edge(on.edge), on.event));
	sigma.on('downStage', ({ event }) => down(undefined, event));
	sigma.on('moveBody', ({ event, preventSigmaDefault }) => move(event, preventSigmaDefault));
	sigma.on('clickNode', (on) => click(node(on.node), on.event));
	sigma.on('clickEdge', (on) => click(edge(on.edge), on.event));
	sigma.on('clickStage', ({ event }) => click(undefined, event));
	sigma.on('rightClickNode', (on) => menu(node(on.node), on.event));
	sigma.on('rightClickEdge', (on) => menu(edge(on.edge), on.event));
	sigma.on('rightClickStage', ({ event }) => menu(undefined, event));
	sigma.on('doubleClickNode', (on) => {
		on.preventSigmaDefault();
		host.doubleClick(on.node);
	});
	const mouse = sigma.getMouseCaptor();
	let last: (Point & { at: number }) | undefined;
	// Sigma takes any two quick clicks for a double one, by a timer that is late on a busy machine: only
	// two on one spot are, as quick as their own hours say, with no key pressed between.
	mouse.on('mousedown', ({ x, y, original }) => {
		const at = original.timeStamp;
		const again =
			last &&
			Math.hypot(x - last.x, y - last.y) <= STEADY.mouse &&
			at - last.at <= sigma.getSetting('doubleClickTimeout');
		if (!again || withKey(original)) mouse.clicks = 0;
		last = { x, y, at };
	});
	const forget = (): void => {
		last = undefined;
	};
	addEventListener('keydown', forget, { capture: true });
	mouse.on('mouseup', up);
	sigma.getTouchCaptor().on('touchup', up);
	sigma.once('kill', () => removeEventListener('keydown', forget, { capture: true }));
	return letGo;
}
