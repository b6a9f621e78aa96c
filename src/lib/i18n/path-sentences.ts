/** A way through the network as a sentence a person can say: the panel and the API say the same. */
import { isSymmetric, type RelationType } from '#lib/domain/vocabulary/relation-types.ts';
import type { NetworkEdge, NetworkNode } from '#lib/network/model.ts';
import type { Path, PathStep } from '#lib/network/paths.ts';
import { capital, relationPhrase } from './labels.ts';
import { m } from './paraglide/messages.js';
import { getLocale } from './paraglide/runtime.js';

type Named = Pick<NetworkNode, 'name' | 'label'>;

/** What is said of a step when two structures are tied in several ways: the most telling first. */
const TELLING: readonly RelationType[] = [
	'HOSTS',
	'SHARES_WITH',
	'ACCOMPANIES',
	'REFERS_TO',
	'COOPERATES_WITH',
	'HOLDS',
	'USES'
];
/** Verbs that take what they are about without a preposition: « que La Marée héberge ». */
const DIRECT: ReadonlySet<RelationType> = new Set(['HOSTS', 'ACCOMPANIES', 'HOLDS', 'USES']);

/** One clause: who does what to whom, read from left to right along the way or against it. */
interface Clause {
	from: string;
	to: string;
	verb: string;
	/** False when the tie points back: its subject is the stop that comes after. */
	forward: boolean;
	direct: boolean;
}

/** An h is taken as mute only in the words where it surely is: « que » is never a mistake. */
const MUTE_H = /^h(?:ô|o(?:pi|m|s)|a(?:b|ll?uc)|e(?:u|rb)|i(?:s|v)|ygi)/i;
/** Does « que » lose its e before this name: « qu’Aides », « que La Marée ». */
export const elides = (name: string): boolean =>
	/^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(name) || MUTE_H.test(name);

const isForward = ({ type, source }: NetworkEdge, { from }: PathStep): boolean =>
	source === from || isSymmetric(type);

function clauseOf(step: PathStep): Clause | undefined {
	const rank = (edge: NetworkEdge): number =>
		(isForward(edge, step) ? 0 : 100) + TELLING.indexOf(edge.type);
	const [edge] = [...step.relations].sort((a, b) => rank(a) - rank(b));
	if (!edge) return undefined;
	return {
		from: step.from,
		to: step.to,
		verb: relationPhrase(edge.type, 'out'),
		forward: isForward(edge, step),
		direct: DIRECT.has(edge.type)
	};
}

/** Steps as clauses; the two through a resource make one. */
function clausesOf(path: Path, nodeOf: (id: string) => Named): Clause[] {
	const clauses: Clause[] = [];
	for (let at = 0; at < path.length; at++) {
		const step = path[at];
		const next = path[at + 1];
		if (!step) break;
		const middle = nodeOf(step.to);
		if (next && middle.label === 'SharedResource') {
			const verb = m.paths_shares({ resource: middle.name });
			clauses.push({ from: step.from, to: next.to, verb, forward: true, direct: false });
			at++;
		} else {
			const clause = clauseOf(step);
			if (clause) clauses.push(clause);
		}
	}
	return clauses;
}

/** Clauses joined so that each « qui » is next to the one it stands for. */
function joined(clauses: readonly Clause[], nameOf: (id: string) => string): string {
	let said = '';
	/** Who the last clause is about, when it can be told more of without being named again. */
	let subject: string | undefined;
	let last: string | undefined;
	clauses.forEach(({ from, to, verb, forward, direct }, index) => {
		const isEnd = index === clauses.length - 1;
		const [who, whom] = forward ? [from, to] : [to, from];
		if (!said) said = m.paths_clause({ from: nameOf(who), verb, to: nameOf(whom) });
		else if (forward && last === from) said += m.paths_who({ verb, to: nameOf(to) });
		else if (forward && subject === from) said += m.paths_and({ verb, to: nameOf(to) });
		else if (!forward && direct && isEnd && last === from)
			said += (elides(nameOf(to)) ? m.paths_whom_elided : m.paths_whom)({ name: nameOf(to), verb });
		else said += m.paths_then({ from: nameOf(who), verb, to: nameOf(whom) });
		subject = who;
		last = whom;
	});
	return said;
}

/** « Par le CCAS : la MSP coopère avec le CCAS, qui héberge l’association. » */
export function pathSentence(path: Path, nodeOf: (id: string) => Named): string {
	const nameOf = (id: string): string => nodeOf(id).name;
	const said = joined(clausesOf(path, nodeOf), nameOf);
	const between = path.slice(1).map(({ from }) => nodeOf(from));
	const through = between.filter(({ label }) => label !== 'SharedResource');
	const list = new Intl.ListFormat(getLocale(), { type: 'conjunction' });
	const lead =
		through.length > 0
			? m.paths_through({ names: list.format(through.map(({ name }) => name)) })
			: between.length > 0
				? m.paths_through_resource()
				: m.paths_direct();
	return m.paths_sentence({ lead, said: capital(said) });
}
