/** Why a question is not answered; the sentence and the remedy are found where languages are known. */
export type ApiProblem =
	| { status: 404; code: 'not_found'; id: string }
	| { status: 404; code: 'no_route' }
	| { status: 400; code: 'unknown_parameter'; name: string; known: readonly string[] }
	| { status: 400; code: 'one_scope'; known: readonly string[] }
	| { status: 400; code: 'parameter'; name: string; value: string; remedy: Remedy };

/** What a value should have been. `choice` lists what is possible, `limit` its bound. */
export type Remedy =
	| 'region'
	| 'departement'
	| 'date'
	| 'cursor'
	| 'text'
	| 'picture'
	| { max: number }
	| { choice: readonly string[] };

export class ApiError extends Error {
	override name = 'ApiError';
	constructor(readonly problem: ApiProblem) {
		super(problem.code);
	}
}

export const notFound = (id: string): ApiError =>
	new ApiError({ status: 404, code: 'not_found', id });
