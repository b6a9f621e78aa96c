import type { Answer, Call } from './endpoint.ts';
import { notFound } from './problem.ts';

const found = (id: string, body: object | undefined): Answer => {
	if (!body) throw notFound(id);
	return { body };
};

export const project = async ({ catalogue, id, query }: Call) =>
	found(id, await catalogue.project(id, query.date));
export const actor = async ({ catalogue, id, query }: Call) =>
	found(id, await catalogue.organisation(id, query.date));
export const resource = async ({ catalogue, id, query }: Call) =>
	found(id, await catalogue.resource(id, query.date));
export const source = async ({ catalogue, id, query }: Call) =>
	found(id, await catalogue.source(id, query.date));
export const relation = async ({ catalogue, id, query }: Call) =>
	found(id, await catalogue.relation(id, query.date));

/** Whoever pays, or is there to pay. */
export async function funder({ catalogue, id, query }: Call): Promise<Answer> {
	const sheet = await catalogue.organisation(id, query.date);
	const pays = sheet && (sheet.node.label === 'Funder' || sheet.funds.length > 0);
	return found(id, pays ? sheet : undefined);
}
