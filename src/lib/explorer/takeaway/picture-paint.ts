import type { Mark, WordsMark } from './marks.ts';
import type { PictureSheet } from './picture-sheet.ts';
import { FAMILY } from './picture-svg.ts';

type Canvas = OffscreenCanvasRenderingContext2D;
/** Images by their address, ready to be painted. */
type Images = ReadonlyMap<string, ImageBitmap>;

function words(canvas: Canvas, mark: WordsMark): void {
	canvas.font = `${mark.weight ?? 400} ${mark.size}px "${FAMILY}", Verdana, sans-serif`;
	canvas.textAlign = mark.align ?? 'left';
	canvas.lineJoin = 'round';
	canvas.fillStyle = mark.fill;
	for (const [row, line] of mark.lines.entries()) {
		const y = mark.ys[row] ?? 0;
		if (mark.halo) {
			canvas.strokeStyle = mark.halo.color;
			canvas.lineWidth = mark.halo.width;
			canvas.strokeText(line, mark.x, y);
		}
		canvas.fillText(line, mark.x, y);
	}
}

function painted(canvas: Canvas, mark: Mark, images: Images): void {
	if ('image' in mark) {
		const image = images.get(mark.image);
		canvas.globalAlpha = 1;
		if (image) canvas.drawImage(image, 0, 0, mark.width, mark.height);
		return;
	}
	canvas.globalAlpha = mark.opacity ?? 1;
	if ('lines' in mark) {
		words(canvas, mark);
		return;
	}
	const path = new Path2D('path' in mark ? mark.path : undefined);
	if ('circle' in mark) path.arc(mark.circle.x, mark.circle.y, mark.circle.r, 0, 2 * Math.PI);
	if (mark.fill) {
		canvas.fillStyle = mark.fill;
		canvas.fill(path, mark.evenOdd ? 'evenodd' : 'nonzero');
	}
	if (mark.stroke) {
		canvas.strokeStyle = mark.stroke;
		canvas.lineWidth = mark.width ?? 1;
		canvas.lineJoin = mark.round ? 'round' : 'miter';
		canvas.setLineDash(mark.dashes ? [...mark.dashes] : []);
		canvas.stroke(path);
		// The halo of a word is a line too.
		if (mark.dashes) canvas.setLineDash([]);
	}
}

/** Paints a picture, `scale` pixels for one. The canvas has its size, so many times. */
export function paintSheet(
	canvas: Canvas,
	sheet: PictureSheet,
	{ scale, images }: { scale: number; images: Images }
): void {
	const { drawing } = sheet;
	canvas.scale(scale, scale);
	canvas.fillStyle = sheet.paper;
	canvas.fillRect(0, 0, sheet.width, sheet.height);
	canvas.save();
	canvas.translate(0, drawing.top);
	canvas.beginPath();
	canvas.rect(0, 0, drawing.width, drawing.height);
	canvas.clip();
	for (const mark of drawing.marks) painted(canvas, mark, images);
	canvas.restore();
	for (const mark of sheet.around) painted(canvas, mark, images);
}
