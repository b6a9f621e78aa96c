/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [number, number, number];

export function colourOf(hex: string): Colour {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
		Number.parseInt(hex.slice(at, at + 2), 16)
	);
	return [red, green, blue];
}

/** What is seen of a colour laid over another at a share of its strength. */
export const over = (colour: Colour, ground: Colour, share: number): Colour => {
	const mixed = (at: 0 | 1 | 2): number => colour[at] * share + ground[at] * (1 - share);
	return [mixed(0), mixed(1), mixed(2)];
};

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Colour): number {
	const [red = 0, green = 0, blue = 0] = colour
		.map((value) => value / 255)
		.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, WCAG 2.2: from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
	return (high + 0.05) / (low + 0.05);
}
