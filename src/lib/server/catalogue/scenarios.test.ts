import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor, Relation } from '#lib/domain/entities.ts';
import type { PlannedChange, Step } from '#lib/domain/scenario/scenario.ts';
import { isApart } from '#lib/network/isolation.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Repository } from '../repository.ts';
import { openStarterCatalogue } from '../../../../tests/unit/starter-catalogue.ts';

const TODAY = '2026-06-01';
const BASE = { kind: 'project', id: 'prj-place-sante' } as const;
let repository: Repository;
let catalogue: Catalogue;

beforeAll(async () => {
	({ repository, catalogue } = await openStarterCatalogue(TODAY));
}, 60_000);
afterAll(() => repository.close());

const step = (id: string, change: PlannedChange, when?: string): Step => ({
	...{ id, change, when, agreement: 'hoped', at: '2026-05-01T00:00:00Z' }
});
const pictureOf = async (...steps: Step[]) => {
	const edits = steps.map((each) => ({ op: 'add', step: each }) as const);
	const picture = await catalogue.scenarioPicture({ base: BASE, edits, done: edits.length });
	if (!picture) throw new Error('the project is in the starter set');
	return picture;
};
const tie = (
	id: string,
	source: string,
	target: string,
	more: Partial<Relation> = {}
): Relation => ({
	...{ id, source, target, type: 'COOPERATES_WITH', projectId: BASE.id },
	...more
});
const mediator: Actor = {
	...{ label: 'Actor', id: 'plan-mediation', name: 'Médiation', kind: 'association' }
};

it('changes nothing when nothing is planned', async () => {
	const { before, after, differences, problems } = await pictureOf();
	const facts = await catalogue.network(BASE);
	expect(before.network).toEqual(facts?.network);
	expect(after.network).toEqual(before.network);
	expect(after.layout).toEqual(before.layout);
	expect(problems).toEqual([]);
	expect(differences.ties.before).toBe(differences.ties.after);
	expect(differences.apart).toMatchObject({ joined: [], parted: [] });
});

it('makes what is before once for all that is planned over the same facts', async () => {
	const [one, other] = [
		await pictureOf(step('s1', { op: 'add', node: mediator, relations: [] })),
		await pictureOf()
	];
	expect(other.before.network).toBe(one.before.network);
	expect(other.figures.before).toBe(one.figures.before);
	expect(other.after.network).not.toBe(one.after.network);
});

it('ties who stood apart: no longer apart, at the same place, and the facts know nothing of it', async () => {
	const facts = await catalogue.network(BASE);
	const apart = facts?.isolated.find(isApart)?.actorId ?? '';
	const other = facts?.network.edges.find(({ horizontal }) => horizontal)?.source ?? '';
	const picture = await pictureOf(
		step('s1', { op: 'tie', relation: tie('plan-1', apart, other) }, '2028')
	);
	const { differences, before, after, planned } = picture;
	expect(differences.apart).toMatchObject({
		...{ joined: [apart], parted: [], after: differences.apart.before - 1 }
	});
	expect(differences.ties.after).toBe(differences.ties.before + 1);
	expect([...planned]).toEqual(['plan-1']);
	expect(after.network.edges.find(({ id }) => id === 'plan-1')).toMatchObject({
		...{ since: '2028', status: 'current', certainty: 'unsourced', verdict: 'not_asked' }
	});
	const at = ({ layout }: typeof before) => {
		const { x, y } = layout.positions.get(apart) ?? {};
		return [x, y];
	};
	expect(at(after)).toEqual(at(before));
	expect(after.layout.positions.get(apart)?.zone).toBe('network');
	expect((await catalogue.network(BASE))?.network).toEqual(before.network);
});

it('calls nobody apart because of a plan where no cooperation is known', async () => {
	const base = { kind: 'project', id: 'prj-cls-ploermel' } as const;
	const facts = await catalogue.network(base);
	const [one, other] =
		facts?.network.nodes.filter(({ label, member }) => label === 'Actor' && member) ?? [];
	if (!one || !other) throw new Error('the project has two structures in the starter set');
	const planned = step('s1', {
		op: 'tie',
		relation: { ...tie('plan-1', one.id, other.id), projectId: base.id }
	});
	const picture = await catalogue.scenarioPicture({
		base,
		edits: [{ op: 'add', step: planned }],
		done: 1
	});
	expect(facts?.network.documented).toBe(false);
	expect([...(picture?.planned ?? [])]).toEqual(['plan-1']);
	expect(picture?.after.network.documented).toBe(false);
	expect(picture?.differences.apart).toEqual({ before: 0, after: 0, joined: [], parted: [] });
	expect(picture?.differences.ties).toMatchObject({ before: 0, after: 1 });
});

it('places what arrives beside what it is tied to, on nothing else', async () => {
	const facts = await catalogue.network(BASE);
	const other = facts?.network.edges.find(({ horizontal }) => horizontal)?.source ?? '';
	const { after } = await pictureOf(
		step('s1', {
			...{ op: 'add', node: mediator },
			relations: [tie('plan-1', mediator.id, other)]
		})
	);
	const place = after.layout.positions.get(mediator.id);
	expect(place).toBeDefined();
	for (const [id, { x, y }] of after.layout.positions)
		if (id !== mediator.id && place)
			expect(Math.hypot(x - place.x, y - place.y)).toBeGreaterThan(1);
});

it('takes a partner from elsewhere into the project', async () => {
	const facts = await catalogue.network(BASE);
	const members = new Set(facts?.network.nodes.map(({ id }) => id));
	const { items } = await repository.list({ labels: ['Actor'] }, { limit: 500 });
	const elsewhere = items.find(({ id }) => !members.has(id))?.id ?? '';
	const member = facts?.network.nodes.find((n) => n.member && n.label === 'Actor')?.id ?? '';
	const { differences, problems } = await pictureOf(
		step('s1', { op: 'tie', relation: tie('plan-1', elsewhere, member) })
	);
	expect(problems).toEqual([]);
	expect(differences.structures).toEqual({ gained: [elsewhere], lost: [] });
});

it('counts money planned by its stage, never with money granted', async () => {
	const { differences } = await pictureOf(
		step('s1', {
			op: 'add',
			node: { label: 'Funder', id: 'plan-funder', name: 'Fondation', kind: 'fondation' },
			relations: [
				{
					...{ id: 'plan-f', type: 'FUNDS', source: 'plan-funder', target: BASE.id },
					...{ amountEur: 1000.1, stage: 'asked', amountPeriod: '2027' }
				}
			]
		})
	);
	expect(differences.funders.gained).toEqual(['plan-funder']);
	for (const { stage, before, after } of differences.funding)
		if (stage === 'asked') expect(after.eur).toBeCloseTo(before.eur + 1000.1, 2);
		else expect(after).toEqual(before);
});

it.each([BASE, { kind: 'departement', code: '93' }, { kind: 'region', code: '11' }] as const)(
	'starts from the network that is shown: $kind',
	async (base) => {
		const shown = await catalogue.network(base);
		const picture = await catalogue.scenarioPicture({ base, edits: [], done: 0 });
		expect(shown?.network.nodes.length).toBeGreaterThan(0);
		expect(picture?.before.network).toBe(shown?.network);
		// Laid over the same facts again, nothing planned gives the same network.
		expect(picture?.after.network).toEqual(shown?.network);
		expect(picture?.after.isolated).toEqual(shown?.isolated);
	}
);

it('has no picture once its base is gone', async () => {
	const base = { kind: 'project', id: 'prj-nobody' } as const;
	expect(await catalogue.scenarioPicture({ base, edits: [], done: 0 })).toBeUndefined();
});

it('starts from a territory without project: what is planned there joins it, with partners from elsewhere', async () => {
	const base = { kind: 'departement', code: '93' } as const;
	const facts = await catalogue.network(base);
	const here = facts?.network.nodes.find((n) => n.member && n.label === 'Actor')?.id ?? '';
	const members = new Set(facts?.network.nodes.map(({ id }) => id));
	const { items } = await repository.list({ labels: ['Actor'] }, { limit: 500 });
	const elsewhere = items.find(({ id }) => !members.has(id))?.id ?? '';
	const relation = (id: string, source: string, target: string): Relation => ({
		...{ id, source, target, type: 'COOPERATES_WITH' }
	});
	const changes: PlannedChange[] = [
		{
			...{ op: 'add', node: { ...mediator, departement: '93' } },
			relations: [relation('plan-1', mediator.id, here)]
		},
		{ op: 'tie', relation: relation('plan-2', elsewhere, here) }
	];
	const edits = changes.map((change, i) => ({ op: 'add', step: step(`s${i}`, change) }) as const);
	const picture = await catalogue.scenarioPicture({ base, edits, done: 2 });
	expect(picture?.problems).toEqual([]);
	expect(picture?.differences.structures).toEqual({
		...{ gained: [elsewhere, mediator.id].sort(), lost: [] }
	});
	expect([...(picture?.planned ?? [])].sort()).toEqual(['plan-1', 'plan-2', mediator.id].sort());
	expect((await catalogue.network(base))?.network).toEqual(facts?.network);
});
