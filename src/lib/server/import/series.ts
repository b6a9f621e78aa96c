import type { Source } from '#lib/domain/entities.ts';
import { slugOf } from '#lib/import/slug.ts';

/** How the ids of the sources that imports make begin. */
export const OF_IMPORTS = 'src-import-';

/** The name of a file without its dates and copies: what its next issue will share with it. */
export const seriesOf = (name: string): string =>
	slugOf(name.replace(/\.\w+$/, ''), 200)
		.split('-')
		.filter((word) => !/^\d+$/.test(word))
		.join('-');

/** The issues of one file by one publisher that stand beside `file`, each with its own date. */
export function issuesOf(
	file: { name: string; publisher: string | undefined },
	sources: readonly Source[]
): (Source & { date: string })[] {
	const series = seriesOf(file.name);
	return sources.flatMap((source) => {
		const { id, name, publisher, date } = source;
		const alike =
			id.startsWith(OF_IMPORTS) &&
			publisher !== undefined &&
			publisher === file.publisher &&
			seriesOf(name) === series;
		return alike && date !== undefined ? [{ ...source, date }] : [];
	});
}
