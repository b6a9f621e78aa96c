import type { Box } from './boxes.ts';
import { placeLabels, type LabelCandidate, type Obstacles, type PlacedLabel } from './labels.ts';
import type { Point } from './model.ts';
import { nameInk, type Palette } from './palette.ts';
import { wrapName } from './wrap-name.ts';
import type { WrittenName } from './picture.ts';

const SIZE = 13;
const LINE = 15.5;
/** How many times larger names are for a room. */
const LARGE = 1.4;
export const LABEL_FONT =
	"'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', sans-serif";
/** Characters a line of a name that has no room at its full width. */
const TIGHT_BREAK = 16;
/** A hub's neighbours beyond this would only hide it. */
const MOST_REQUIRED = 160;

export interface LabelRequest extends Pick<
	LabelCandidate,
	'key' | 'x' | 'y' | 'radius' | 'priority' | 'required' | 'prefer' | 'only' | 'roams'
> {
	name: string;
	/** 0 to 1. */
	strength: number;
	bold: boolean;
	/** Stands in the margin: its name belongs to the column on its right. */
	margin: boolean;
}

interface Measured {
	lines: string[];
	width: number;
	height: number;
}

/** Writes names on a canvas above the nodes, remembering where each one stood. */
export class LabelLayer {
	#measures = new Map<string, Measured>();
	#anchors = new Map<string, number>();
	#placed: PlacedLabel[] = [];
	#written: WrittenName[] = [];
	/** Characters a line of the margin's names. */
	marginBreak = 24;
	/** Names written at most, unless more are required. */
	most = 160;
	#scale = 1;

	constructor(private readonly context: CanvasRenderingContext2D) {}

	/** Names written by the last `draw`. */
	get placed(): readonly PlacedLabel[] {
		return this.#placed;
	}

	/** Names written by the last `draw`, line by line, where they stand. */
	get written(): readonly WrittenName[] {
		return this.#written;
	}

	set large(large: boolean) {
		const scale = large ? LARGE : 1;
		if (scale === this.#scale) return;
		this.#scale = scale;
		this.forgetSizes();
	}

	/** Forgets sizes: a font that arrives late changes every one of them. */
	forgetSizes(): void {
		this.#measures.clear();
	}

	/** Size in pixels of each name of the margin, if broken at `breakAt` characters. */
	marginSizes(names: readonly string[], breakAt: number): { width: number; height: number }[] {
		return names.map((name) => {
			const { width, height } = this.#measure({ name, bold: false, margin: false }, breakAt);
			return { width: width + 4, height };
		});
	}

	draw(
		requests: readonly LabelRequest[],
		frame: Box,
		obstacles: Obstacles,
		palette: Palette
	): void {
		const { context } = this;
		context.clearRect(0, 0, frame.x * 2 + frame.width, frame.y * 2 + frame.height);
		const asked = requests.filter(({ required }) => required).slice(0, MOST_REQUIRED);
		const rest = requests.filter(({ required }) => !required);
		const room = Math.max(0, this.most - asked.length);
		const chosen = [
			...asked,
			...(rest.length > room ? rest.sort((a, b) => b.priority - a.priority).slice(0, room) : rest)
		];
		const byKey = new Map(chosen.map((r) => [r.key, r]));
		const candidates = chosen.map((r): LabelCandidate => {
			const { width, height } = this.#measure(r);
			const tighter = r.margin ? undefined : this.#measure(r, TIGHT_BREAK);
			return {
				...r,
				width: width + 4,
				height,
				...(tighter && tighter.width < width
					? { tight: { width: tighter.width + 4, height: tighter.height } }
					: {})
			};
		});
		this.#placed = placeLabels(candidates, frame, obstacles, this.#anchors);
		this.#anchors = new Map(this.#placed.map((p) => [p.key, p.anchor]));
		this.#written = this.#placed.flatMap((place) => {
			const request = byKey.get(place.key);
			return request ? [this.#lineUp(request, place)] : [];
		});
		context.textBaseline = 'middle';
		context.lineJoin = 'round';
		// Lines first: a name that stands across one is read over it.
		for (const name of this.#written) this.#lead(name, palette);
		for (const name of this.#written) this.#write(name, palette);
		context.globalAlpha = 1;
	}

	#measure(request: Pick<LabelRequest, 'name' | 'bold' | 'margin'>, at?: number): Measured {
		const breakAt = request.margin ? this.marginBreak : at;
		const key = `${request.bold ? 'b' : 'n'}${breakAt ?? ''} ${request.name}`;
		const known = this.#measures.get(key);
		if (known) return known;
		this.context.font = font(request.bold, this.#scale);
		const lines = wrapName(request.name, breakAt);
		const measured = {
			lines,
			width: Math.max(...lines.map((line) => this.context.measureText(line).width)),
			height: lines.length * LINE * this.#scale
		};
		this.#measures.set(key, measured);
		return measured;
	}

	#lineUp(request: LabelRequest, place: PlacedLabel): WrittenName {
		const { lines } = this.#measure(request, place.tight ? TIGHT_BREAK : undefined);
		const { align } = place;
		const shift = align === 'left' ? 2 : align === 'right' ? place.width - 2 : place.width / 2;
		return {
			key: place.key,
			lines,
			x: place.x + shift,
			ys: lines.map((_line, index) => place.y + LINE * this.#scale * (index + 0.5)),
			align,
			bold: request.bold,
			strength: request.strength,
			leader: place.away ? leaderOf(request, place) : undefined
		};
	}

	#lead({ strength, leader }: WrittenName, palette: Palette): void {
		if (!leader) return;
		const { context } = this;
		const [from, to] = leader;
		context.globalAlpha = nameInk(strength, palette).opacity;
		context.strokeStyle = palette.soft;
		context.lineWidth = 0.75;
		context.beginPath();
		context.moveTo(from.x, from.y);
		context.lineTo(to.x, to.y);
		context.stroke();
	}

	#write({ lines, x, ys, align, bold, strength }: WrittenName, palette: Palette): void {
		const { context } = this;
		context.textAlign = align;
		const { color, opacity } = nameInk(strength, palette);
		context.globalAlpha = opacity;
		context.font = font(bold, this.#scale);
		context.strokeStyle = palette.paper;
		context.lineWidth = 4;
		context.fillStyle = color;
		lines.forEach((line, index) => context.strokeText(line, x, ys[index] ?? 0));
		lines.forEach((line, index) => context.fillText(line, x, ys[index] ?? 0));
	}
}

/** From the edge of the node to the nearest point of its name. */
function leaderOf(request: LabelRequest, place: PlacedLabel): readonly [Point, Point] {
	const to = {
		x: Math.min(Math.max(request.x, place.x), place.x + place.width),
		y: Math.min(Math.max(request.y, place.y), place.y + place.height)
	};
	const length = Math.hypot(to.x - request.x, to.y - request.y) || 1;
	const start = Math.min(request.radius / length, 1);
	const from = {
		x: request.x + (to.x - request.x) * start,
		y: request.y + (to.y - request.y) * start
	};
	return [from, to];
}

const font = (bold: boolean, scale: number): string =>
	`${bold ? 700 : 450} ${SIZE * scale}px ${LABEL_FONT}`;
