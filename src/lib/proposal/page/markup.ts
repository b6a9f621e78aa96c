/** What every HTML form of a dossier is made of: words, figures, a file that runs and fetches nothing. */
import { xml } from '#lib/export/xml.ts';
import type { Figure, Run } from '../document.ts';
import { markOf } from '../parts.ts';

/** Where a number leads; nowhere in a letter, whose list of sources is short. */
type Cited = (number: number) => string;
const plain: Cited = (number) => `\u00a0[${number}]`;

/** Words with who vouches for them. */
export const runsMarkup = (all: readonly Run[], cited: Cited = plain): string =>
	all
		.map((run) => {
			const { text, sources = [] } = run;
			const mark = markOf(run);
			const ours = mark ? `\u202f<span class="team-mark">[${xml(mark)}]</span>` : '';
			const marks = sources.map(cited).join('');
			return `${xml(text)}${ours}${marks}`;
		})
		.join('');

/** Named as one picture: what is inside says nothing that its words do not. */
export const figureMarkup = ({ svg }: Figure, alt: string): string =>
	svg.replace('<svg ', `<svg role="img" aria-label="${xml(alt)}" `);

/** Nothing runs in it and nothing is fetched, wherever it is opened. */
export const PAGE_POLICY = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'";

/** A whole file. */
export const pageOf = ({
	locale,
	title,
	style,
	body
}: {
	locale: string;
	title: string;
	style: string;
	body: string;
}): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${PAGE_POLICY}; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
