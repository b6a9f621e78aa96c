import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Network, NetworkEdge, NetworkNode } from '../model.ts';
import { actor, network, tie } from '../small-networks.ts';
import { suggesterFor } from './suggest.ts';

const suggested = (n: Network, id: string) =>
	suggesterFor(n)
		.for(id)
		.map(({ actorId }) => actorId);
const placed = (id: string, commune: string, more: Partial<NetworkNode> = {}) =>
	actor(id, { commune, departement: '35', region: '53', ...more });
const takesPart = (id: string, project = 'p'): NetworkEdge =>
	tie(id, project, { type: 'TAKES_PART_IN', family: 'participation', horizontal: false });
const project = actor('p', { label: 'HealthProject', group: 'project' });

describe('partners suggested', () => {
	it('have two reasons at least: one alone suggests nobody', () => {
		const nodes = [placed('a', 'Rennes'), placed('b', 'Rennes'), placed('c', 'Redon'), project];
		expect(suggested(network(nodes, []), 'a')).toEqual([]);
		const both = network(nodes, [takesPart('a'), takesPart('b'), takesPart('c')]);
		const [first, second] = suggesterFor(both).for('a');
		expect(first?.actorId).toBe('b');
		expect(first?.reasons.map(({ kind }) => kind)).toEqual(['projects', 'same_commune']);
		expect(second?.reasons.map(({ kind }) => kind)).toEqual(['projects', 'same_departement']);
	});
	it('are found for a structure without any tie', () => {
		const nodes = [placed('a', 'Rennes'), placed('b', 'Rennes'), project];
		expect(suggested(network(nodes, [takesPart('a'), takesPart('b')]), 'a')).toEqual(['b']);
	});
	it('are not those it is tied to, be it through a shared resource', () => {
		const r = actor('r', { label: 'SharedResource', group: 'resource', kind: 'locaux' });
		const nodes = [placed('a', 'Rennes'), placed('b', 'Rennes'), placed('c', 'Rennes'), r, project];
		const edges = [
			...['a', 'b', 'c'].map((id) => takesPart(id)),
			tie('a', 'r', { type: 'HOLDS', family: 'sharing' }),
			tie('b', 'r', { type: 'USES', family: 'sharing' })
		];
		expect(suggested(network(nodes, edges), 'a')).toEqual(['c']);
	});
	it('are suggested again after a tie that ended only with that said', () => {
		const nodes = [placed('a', 'Rennes'), placed('b', 'Rennes'), project];
		const ended = tie('b', 'a', { id: 'old', status: 'ended', until: '2021' });
		const [again] = suggesterFor(network(nodes, [takesPart('a'), takesPart('b'), ended])).for('a');
		expect(again?.against).toEqual([{ kind: 'ended', relations: ['old'], until: '2021' }]);
	});
	it('are told to be far when they are', () => {
		const nodes = [
			actor('a', { lat: 48.1, lon: -1.68 }),
			actor('b', { lat: 43.3, lon: 5.37 }),
			...['x', 'y'].map((id) => actor(id)),
			project
		];
		const edges = [
			takesPart('a'),
			takesPart('b'),
			...['x', 'y'].flatMap((id) => [tie('a', id), tie('b', id)])
		];
		const [far] = suggesterFor(network(nodes, edges)).for('a');
		expect(far?.actorId).toBe('b');
		expect(far?.against).toEqual([{ kind: 'far', km: expect.closeTo(767, -1) }]);
	});
	it('are nobody far away who only has what is missing here', () => {
		const offering = (id: string, lat: number) => [
			actor(id, { kind: 'association', lat, lon: 2.35 }),
			actor(`${id}-van`, { label: 'SharedResource', group: 'resource', kind: 'vehicule' })
		];
		const nodes = [
			actor('a', { kind: 'health_centre', lat: 48.1, lon: 2.35 }),
			...offering('near', 48.4),
			...offering('away', 43.3)
		];
		const held = ['near', 'away'].map((id) =>
			tie(id, `${id}-van`, { type: 'HOLDS', family: 'sharing' })
		);
		// Centres and associations are tied here more often than by chance.
		const pairs = Array.from({ length: 6 }, (_, i) => i);
		const usual = pairs.flatMap((i) => [
			actor(`c${i}`, { kind: 'health_centre' }),
			actor(`s${i}`, { kind: 'association' })
		]);
		const ties = pairs.map((i) => tie(`c${i}`, `s${i}`));
		const found = suggesterFor(network([...nodes, ...usual], [...held, ...ties])).for('a');
		expect(found.map(({ actorId }) => actorId)).toEqual(['near']);
		expect(found[0]?.reasons.map(({ kind }) => kind)).toEqual(['offers', 'usual']);
	});
	it('are never funders, agencies, projects or resources', () => {
		const nodes = [
			placed('a', 'Rennes'),
			placed('f', 'Rennes', { label: 'Funder', group: 'funder' }),
			placed('z', 'Rennes', { label: 'ArsRegion', group: 'ars' }),
			placed('r', 'Rennes', { label: 'SharedResource', group: 'resource' }),
			project
		];
		const edges = ['a', 'f', 'r'].map((id) => takesPart(id));
		expect(suggested(network(nodes, edges), 'a')).toEqual([]);
		expect(suggested(network(nodes, edges), 'f')).toEqual([]);
		expect(suggested(network(nodes, edges), 'nobody')).toEqual([]);
	});
	it('differ from one structure to another where one funder pays everybody', () => {
		const towns = ['Rennes', 'Redon', 'Vitré', 'Fougères'];
		const members = Array.from({ length: 40 }, (_, i) =>
			placed(`m${String(i).padStart(2, '0')}`, towns[i % 4] ?? '')
		);
		const funder = actor('f', { label: 'Funder', group: 'funder' });
		const paid = members.map(({ id }) =>
			tie('f', id, { type: 'FUNDS', family: 'funding', horizontal: false })
		);
		const part = members.map(({ id }, i) => takesPart(id, i < 20 ? 'p' : 'q'));
		const star = suggesterFor(
			network([...members, funder, project, { ...project, id: 'q', name: 'q' }], [...paid, ...part])
		);
		for (const [i, { id, commune }] of members.entries()) {
			const found = star.for(id).map(({ actorId }) => members.find((one) => one.id === actorId));
			// The funder they share says nothing: only the same project in the same town comes first.
			expect(found[0]?.commune).toBe(commune);
			expect(found.every((one) => one && members.indexOf(one) < 20 === i < 20)).toBe(true);
		}
		const times = new Map<string, number>();
		for (const { id } of members)
			for (const { actorId } of star.for(id)) times.set(actorId, (times.get(actorId) ?? 0) + 1);
		expect(Math.max(...times.values())).toBeLessThan(members.length / 2);
	});

	const networks = fc
		.array(fc.tuple(fc.nat(11), fc.nat(11), fc.boolean()), { maxLength: 40 })
		.map((pairs) => pairs.filter(([a, b]) => a !== b));
	it('keep two reasons, scores from 0 to 1 in falling order, and never a partner already known', () => {
		fc.assert(
			fc.property(networks, (pairs) => {
				const nodes = Array.from({ length: 12 }, (_, i) =>
					placed(`n${i}`, i % 2 ? 'Rennes' : 'Vitré')
				);
				const edges = pairs.map(([a, b, alive], i) =>
					tie(`n${a}`, `n${b}`, { id: `e${i}`, status: alive ? 'current' : 'ended' })
				);
				const ready = suggesterFor(network(nodes, edges));
				for (const { id } of nodes) {
					const found = ready.for(id);
					const scores = found.map(({ score }) => score);
					expect(scores).toEqual([...scores].sort((a, b) => b - a));
					for (const { actorId, score, reasons } of found) {
						expect(reasons.length).toBeGreaterThanOrEqual(2);
						expect(score >= 0 && score <= 1).toBe(true);
						const tied = edges.some(
							({ source, target, status }) =>
								status === 'current' &&
								[source, target].sort().join() === [id, actorId].sort().join()
						);
						expect(tied).toBe(false);
					}
				}
			}),
			{ numRuns: 40 }
		);
	});
});
