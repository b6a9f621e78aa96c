import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, GraphNode, HealthProject, Relation } from '../entities.ts';
import type { GraphSlice } from '../slice.ts';
import { applySteps, factsNamed } from './apply.ts';
import { copyOf, redone, stepsOf, undone, withEdit } from './scenario.ts';
import type { Edit, PlannedChange, Scenario, Step } from './scenario.ts';
import { parseScenario, stepProblems } from './schema.ts';

const DAY = '2026-11-23';
const at = '2026-11-23T10:00:00.000Z';

const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
	...{ label: 'Actor', id, name: id, kind: 'association' },
	...more
});
const tie = (
	id: string,
	source: string,
	target: string,
	more: Partial<Relation> = {}
): Relation => ({
	...{ id, source, target, type: 'COOPERATES_WITH' },
	...more
});
const project: HealthProject = {
	...{ label: 'HealthProject', id: 'prj', name: 'Projet', kind: 'cls' },
	...{ status: 'current', coverage: 'partial', communes: ['Ici'] }
};
const nodes: GraphNode[] = [actor('a'), actor('b', { foundedYear: 2020 }), actor('c'), project];
const facts: GraphSlice = {
	revision: 7,
	nodes,
	relations: [tie('r-ab', 'a', 'b'), tie('r-bc', 'b', 'c', { until: '2019' })],
	claims: [{ id: 'c1', aboutId: 'r-ab', by: 'a', says: 'exists', how: 'stated' }]
};

const step = (id: string, change: PlannedChange, more: Partial<Step> = {}): Step => ({
	...{ id, change, at, agreement: 'hoped' },
	...more
});
const newcomer = step(
	's-new',
	{ op: 'add', node: actor('plan-x'), relations: [tie('plan-r', 'plan-x', 'a')] },
	{ when: '2028' }
);
const lay = (...steps: Step[]) => applySteps(facts, steps, DAY);
const codes = (...steps: Step[]) =>
	lay(...steps).problems.map(({ stepId, code }) => [stepId, code]);

const base: Scenario = {
	...{ id: 'scn', name: 'Essai', base: { kind: 'project', id: 'prj' }, baseName: 'Projet' },
	...{ by: 'local', createdAt: at, updatedAt: at, edits: [], done: 0 }
};
const planning = (...steps: Step[]): Scenario =>
	steps.reduce((scenario, each) => withEdit(scenario, { op: 'add', step: each }, at), base);

describe('a scenario laid over facts', () => {
	it('adds, ties, modifies and ends, and says what is planned', () => {
		const planned = lay(
			newcomer,
			step('s-tie', { op: 'tie', relation: tie('plan-t', 'plan-x', 'c') }, { when: '2029-03' }),
			step('s-where', {
				...{ op: 'modify', entity: 'node', id: 'prj' },
				...{ before: { communes: ['Ici'] }, after: { communes: ['Ici', 'Là'] } }
			}),
			step('s-end', { op: 'end', entity: 'relation', id: 'r-ab' })
		);
		expect(planned.problems).toEqual([]);
		expect([...planned.added].sort()).toEqual(['plan-r', 'plan-t', 'plan-x']);
		expect([...planned.modified, ...planned.ended]).toEqual(['prj', 'r-ab']);
		expect(planned.slice.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'plan-x', 'prj']);
		expect(planned.slice.relations.map(({ id, since }) => [id, since])).toEqual([
			['plan-r', '2028'],
			['plan-t', '2029-03'],
			['r-bc', undefined]
		]);
		expect(planned.slice.nodes.at(-1)).toMatchObject({ communes: ['Ici', 'Là'] });
		// What is ended has no claims left to speak of it.
		expect(planned.slice.claims).toEqual([]);
	});

	it('ends a structure with all its ties', () => {
		const planned = lay(step('s', { op: 'end', entity: 'node', id: 'b' }));
		expect([...planned.ended].sort()).toEqual(['b', 'r-ab', 'r-bc']);
		expect(planned.slice.relations).toEqual([]);
	});

	it('takes a property away when it is planned to be unknown', () => {
		const change = { op: 'modify', entity: 'node', id: 'b' } as const;
		const { slice } = lay(
			step('s', { ...change, before: { foundedYear: 2020 }, after: { foundedYear: null } })
		);
		expect(slice.nodes[1]).toEqual(actor('b'));
	});

	it.each<[string, Step[], string[][]]>([
		['the same tie twice', [newcomer, newcomer], [['s-new', 'already_planned']]],
		[
			'a tie planned both ways round',
			[
				step('s1', { op: 'tie', relation: tie('plan-1', 'a', 'c') }),
				step('s2', { op: 'tie', relation: tie('plan-2', 'c', 'a') })
			],
			[['s2', 'already_planned']]
		],
		[
			'a tie the facts have',
			[step('s', { op: 'tie', relation: tie('plan-1', 'b', 'a') })],
			[['s', 'already_there']]
		],
		[
			'a tie with what is not there',
			[step('s', { op: 'tie', relation: tie('plan-1', 'a', 'gone') })],
			[['s', 'missing_end']]
		],
		[
			'a tie with itself',
			[step('s', { op: 'tie', relation: tie('plan-1', 'a', 'a') })],
			[['s', 'same_ends']]
		],
		[
			'a cooperation with a project',
			[step('s', { op: 'tie', relation: tie('plan-1', 'a', 'prj') })],
			[['s', 'wrong_ends']]
		],
		[
			'an end and then a tie',
			[
				step('s1', { op: 'end', entity: 'node', id: 'c' }),
				step('s2', { op: 'tie', relation: tie('plan-1', 'a', 'c') })
			],
			[['s2', 'missing_end']]
		],
		[
			'two ends of the same',
			[
				step('s1', { op: 'end', entity: 'relation', id: 'r-ab' }),
				step('s2', { op: 'end', entity: 'relation', id: 'r-ab' })
			],
			[['s2', 'already_ended']]
		],
		[
			'two modifications that do not agree',
			['Là', 'Ailleurs'].map((name) =>
				step(`s-${name === 'Là' ? 1 : 2}`, {
					...{ op: 'modify', entity: 'node', id: 'prj' },
					...{ before: { communes: ['Ici'] }, after: { communes: [name] } }
				})
			),
			[['s-2', 'changed']]
		],
		...(['id', 'founded', 'foundedYear'] as const).map((field): [string, Step[], string[][]] => [
			`a modification of ${field} that leaves no structure`,
			[
				step('s', {
					...{ op: 'modify', entity: 'node', id: 'a' },
					...{ before: {}, after: { [field]: 'x' } }
				})
			],
			[['s', 'not_valid']]
		]),
		[
			'a tie before the planned structure',
			[
				newcomer,
				step('s', { op: 'tie', relation: tie('plan-1', 'plan-x', 'c') }, { when: '2027' })
			],
			[['s', 'before_it_exists']]
		],
		[
			'a tie before the structure was founded',
			[step('s', { op: 'tie', relation: tie('plan-1', 'b', 'c') }, { when: '2019-12-31' })],
			[['s', 'before_it_exists']]
		],
		[
			'a tie in the year of its structure, which may be after',
			[
				newcomer,
				step('s', { op: 'tie', relation: tie('plan-1', 'plan-x', 'c') }, { when: '2028-01' })
			],
			[]
		],
		[
			'a tie that ended and would begin again',
			[step('s', { op: 'tie', relation: tie('plan-1', 'b', 'c') })],
			[]
		]
	])('tells %s', (_, steps, expected) => {
		expect(codes(...steps)).toEqual(expected);
	});

	it('a step that does not fit changes nothing, those after it hold', () => {
		const wrong = step('s', { op: 'tie', relation: tie('plan-1', 'a', 'gone') });
		expect(lay(wrong, newcomer).slice).toEqual(lay(newcomer).slice);
	});

	it('names the facts it stands on', () => {
		const uses = tie('plan-2', 'plan-x', 'outside', { resourceId: 'res' });
		expect(factsNamed([newcomer, step('s', { op: 'tie', relation: uses })])).toEqual([
			'a',
			'outside',
			'res'
		]);
	});
});

describe('editing', () => {
	it('absorbs a structure that is there now: what was said of the plan is said of the fact', () => {
		const user = step('s-2', { op: 'tie', relation: tie('plan-t', 'c', 'plan-x') });
		const absorbed = withEdit(
			planning(newcomer, user),
			{ op: 'absorb', stepId: 's-new', become: { 'plan-x': 'real' } },
			at
		);
		expect(stepsOf(absorbed).map(({ id, change }) => [id, change])).toEqual([
			['s-new-1', { op: 'tie', relation: tie('plan-r', 'real', 'a') }],
			['s-2', { op: 'tie', relation: tie('plan-t', 'c', 'real') }]
		]);
		expect(stepsOf(undone(absorbed, at))).toEqual([newcomer, user]);
	});

	it('copies the steps that hold, without what was undone', () => {
		const other = step('s-2', { op: 'end', entity: 'node', id: 'c' });
		const copy = copyOf(undone(planning(newcomer, other), at), {
			...{ id: 'scn-2', name: 'Copie', by: 'local', at }
		});
		expect(stepsOf(copy)).toEqual([newcomer]);
		expect([copy.done, copy.base]).toEqual([copy.edits.length, base.base]);
	});

	it('is read back as it was written, and refused when it is not one', () => {
		const written: unknown = JSON.parse(JSON.stringify(planning(newcomer)));
		expect(parseScenario(written)).toEqual({ ok: true, value: planning(newcomer) });
		expect(parseScenario({ ...planning(newcomer), done: 2 }).ok).toBe(false);
		expect(parseScenario({ ...base, base: { kind: 'all' } }).ok).toBe(false);
	});

	it('names the field to correct', () => {
		const nameless = step('s', { op: 'add', node: actor('plan-y', { name: ' ' }), relations: [] });
		expect(stepProblems(nameless)).toMatchObject([{ field: 'name', code: 'empty_text' }]);
		expect(stepProblems({ ...newcomer, when: '31/12' })).toMatchObject([
			{ field: 'when', code: 'bad_date' }
		]);
		expect(stepProblems(newcomer)).toEqual([]);
	});
});

/** Steps over a few names, so that they often meet and contradict one another. */
const someId = fc.constantFrom('a', 'b', 'c', 'gone', 'plan-x', 'plan-y');
const someDate = fc.option(fc.constantFrom('2019', '2026-05', '2028', '2030-01-31'), {
	nil: undefined
});
const someChange: fc.Arbitrary<PlannedChange> = fc.oneof(
	fc.record({
		op: fc.constant('tie' as const),
		relation: fc
			.tuple(fc.nat(9), someId, someId)
			.map(([n, source, target]) => tie(`plan-t${n}`, source, target))
	}),
	fc.record({
		op: fc.constant('add' as const),
		node: fc.constantFrom('plan-x', 'plan-y').map((id) => actor(id)),
		relations: fc.array(
			fc.tuple(fc.nat(9), someId).map(([n, end]) => tie(`plan-u${n}`, 'plan-x', end)),
			{ maxLength: 2 }
		)
	}),
	fc.record({
		...{ op: fc.constant('end' as const), entity: fc.constantFrom('node', 'relation') },
		id: fc.constantFrom('a', 'r-ab', 'plan-x', 'plan-t1')
	}),
	fc.record({
		...{ op: fc.constant('modify' as const), entity: fc.constant('node' as const) },
		...{ id: fc.constant('prj'), before: fc.constant({ communes: ['Ici'] }) },
		after: fc.constantFrom({ communes: ['Là'] }, { communes: null })
	})
);
const someSteps = fc
	.array(fc.tuple(someChange, someDate), { maxLength: 8 })
	.map((changes) => changes.map(([change, when], i) => step(`s-${i}`, change, { when })));

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) {
		for (const part of Object.values(value)) frozen(part);
		Object.freeze(value);
	}
	return value;
}

describe('whatever is planned', () => {
	it('the facts stay as they are, the planned graph is whole, and each step either holds or is told', () => {
		frozen(facts);
		const before = JSON.stringify(facts);
		fc.assert(
			fc.property(someSteps, (steps) => {
				const { slice, added, problems } = lay(...frozen(steps));
				expect(JSON.stringify(facts)).toBe(before);
				const known = new Set(slice.nodes.map(({ id }) => id));
				expect(slice.relations.every((r) => known.has(r.source) && known.has(r.target))).toBe(true);
				const told = new Set(problems.map(({ stepId }) => stepId));
				for (const { id, change } of steps)
					if (change.op === 'add' && !told.has(id)) expect(added.has(change.node.id)).toBe(true);
				expect(problems.length).toBe(told.size);
			})
		);
	});

	it('taking steps back one by one gives each earlier state again, and doing them again each later one', () => {
		const someEdits = someSteps.map((steps) =>
			steps.map((each, i): Edit => {
				if (i % 4 === 2) return { op: 'remove', stepId: `s-${i - 1}` };
				return i % 4 === 3
					? { op: 'replace', step: { ...each, id: `s-${i - 3}` } }
					: { op: 'add', step: each };
			})
		);
		fc.assert(
			fc.property(someEdits, (edits) => {
				const states = [base];
				for (const edit of edits) states.push(withEdit(states.at(-1) ?? base, edit, at));
				const pictures = states.map((state) => applySteps(facts, stepsOf(state), DAY));
				let now = states.at(-1) ?? base;
				for (const picture of pictures.toReversed()) {
					expect(applySteps(facts, stepsOf(now), DAY)).toEqual(picture);
					now = undone(now, at);
				}
				expect(now.done).toBe(0);
				expect(lay().slice).toEqual(facts);
				for (const picture of pictures) {
					expect(applySteps(facts, stepsOf(now), DAY)).toEqual(picture);
					now = redone(now, at);
				}
			})
		);
	});

	it('steps that do not meet may come in any order', () => {
		const steps = [
			step('s1', { op: 'tie', relation: tie('plan-1', 'a', 'c') }, { when: '2027' }),
			step('s2', { op: 'tie', relation: tie('plan-2', 'b', 'c') }),
			newcomer,
			step('s4', { op: 'end', entity: 'relation', id: 'r-ab' })
		];
		const expected = lay(...steps).slice;
		fc.assert(
			fc.property(fc.shuffledSubarray(steps, { minLength: 4 }), (order) => {
				const planned = lay(...order);
				expect(planned.problems).toEqual([]);
				expect(planned.slice).toEqual(expected);
			})
		);
	});
});
