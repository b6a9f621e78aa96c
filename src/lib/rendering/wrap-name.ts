const greedy = (words: readonly string[], width: number): string[] => {
	const lines: string[] = [];
	let line = '';
	for (const word of words) {
		if (line && line.length + 1 + word.length > width) {
			lines.push(line);
			line = word;
		} else line = line ? `${line} ${word}` : word;
	}
	return [...lines, line];
};

/** Breaks a name at spaces into as few lines of about `max` characters as it takes, evenly filled. */
export function wrapName(name: string, max = 26): string[] {
	const words = name.split(' ');
	const fewest = greedy(words, max);
	for (let width = Math.ceil(name.length / fewest.length); width < max; width++) {
		const lines = greedy(words, width);
		if (lines.length === fewest.length) return lines;
	}
	return fewest;
}
