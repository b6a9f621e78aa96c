import { m } from './paraglide/messages.js';

type Remedy =
	| 'region'
	| 'departement'
	| 'date'
	| 'cursor'
	| 'text'
	| 'picture'
	| { max: number }
	| { choice: readonly string[] };

interface Refusal {
	code: 'not_found' | 'no_route' | 'unknown_parameter' | 'one_scope' | 'parameter';
	id?: string;
	name?: string;
	value?: string;
	known?: readonly string[];
	remedy?: Remedy;
}

const REMEDIES = {
	region: m.errors_remedy_region,
	departement: m.errors_remedy_departement,
	date: m.errors_remedy_date,
	cursor: m.errors_remedy_cursor,
	text: m.errors_remedy_text,
	picture: m.changes_remedy
};

function remedySentence(remedy: Remedy | undefined): string {
	if (remedy === undefined) return '';
	if (typeof remedy === 'string') return REMEDIES[remedy]();
	if ('max' in remedy) return m.errors_remedy_limit({ max: String(remedy.max) });
	return m.errors_remedy_choice({ values: remedy.choice.join(', ') });
}

/** What an API caller is told of a question that was refused, and what to do instead. */
export function apiSentences(problem: Refusal): { title: string; detail: string } {
	const { id = '', name = '', value = '', known = [] } = problem;
	const names = known.join(', ');
	switch (problem.code) {
		case 'not_found':
			return { title: m.errors_api_not_found({ id }), detail: m.errors_api_not_found_remedy() };
		case 'no_route':
			return { title: m.errors_api_no_route(), detail: m.errors_api_no_route_remedy() };
		case 'one_scope':
			return {
				title: m.errors_api_one_scope({ names }),
				detail: m.errors_remedy_choice({ values: names })
			};
		case 'unknown_parameter':
			return {
				title: m.errors_api_parameter_unknown({ name }),
				detail:
					known.length > 0
						? m.errors_api_parameter_unknown_remedy({ names })
						: m.errors_api_parameter_none_remedy()
			};
		case 'parameter':
			return {
				title:
					value.trim() === ''
						? m.errors_api_parameter_missing({ name })
						: m.errors_api_parameter({ name, value }),
				detail: remedySentence(problem.remedy)
			};
	}
}
