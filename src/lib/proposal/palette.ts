import tokens from '#lib/ui/tokens.css?raw';

const COLOURS: ReadonlyMap<string, string> = new Map(
	[...tokens.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [
		name,
		value
	])
);

/** A colour of the light theme, for paper. @throws for a token that is not there */
export function paperColour(token: string): string {
	const found = COLOURS.get(token);
	if (found === undefined) throw new Error(`no colour --${token}`);
	return found;
}
