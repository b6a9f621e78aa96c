import { describe, expect, it } from 'vitest';
import type { PlannedChange, Step } from '#lib/domain/scenario/scenario.ts';
import type { Relation } from '#lib/domain/entities.ts';
import type { ScenarioDifferences } from '#lib/network/scenario/differences.ts';
import { differenceSentences, problemSaid, stepFacts, stepSentence } from './scenario-sentences.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const NAMES: Record<string, string> = { a: 'Aides', b: 'La Ruche', prj: 'Le Projet' };
const tie: Relation = { id: 'r', type: 'COOPERATES_WITH', source: 'a', target: 'b' };
const known = {
	end: (id: string) => ({
		name: NAMES[id] ?? id,
		label: id === 'prj' ? ('HealthProject' as const) : ('Actor' as const)
	}),
	relation: (id: string) => (id === 'r' ? tie : undefined)
};
const said = (change: PlannedChange): string => plain(stepSentence(change, known));
const territory: PlannedChange = {
	...{ op: 'modify', entity: 'node', id: 'prj' },
	...{ before: { communes: null }, after: { communes: ['Lens', 'Arras'] } }
};

describe('a step', () => {
	it('is told whatever it plans', () => {
		expect(said({ op: 'tie', relation: tie })).toBe('Aides coopère avec La Ruche');
		expect(
			said({
				op: 'add',
				node: { label: 'Funder', id: 'f', name: 'La Fondation', kind: 'fondation' },
				relations: [
					{
						...{ id: 'm', type: 'FUNDS', source: 'f', target: 'b', amountEur: 12000 },
						...{ stage: 'asked', amountPeriod: '2027-2029' }
					}
				]
			})
		).toBe(
			'Nouveau financeur : La Fondation (fondation) ; La Fondation finance La Ruche (12 000 €, demandé, 2027–2029)'
		);
		expect(said(territory)).toBe('Territoire du projet : Lens, Arras');
		expect(said({ op: 'end', entity: 'node', id: 'a' })).toBe('Aides quitte le réseau');
		expect(said({ op: 'end', entity: 'relation', id: 'r' })).toBe(
			'Fin du lien : Aides coopère avec La Ruche'
		);
		expect(said({ op: 'end', entity: 'relation', id: 'gone' })).toContain(
			'n’est plus dans les données'
		);
	});

	it('says when, how far it is agreed and who sees to it', () => {
		const step: Step = { id: 's', change: territory, agreement: 'agreed', at: '' };
		expect(stepFacts(step)).toBe('acquis');
		expect(stepFacts({ ...step, when: '2027-03', who: 'la mairie' })).toBe(
			'prévu pour mars 2027 · acquis · suivi par la mairie'
		);
	});
});

describe('a step the facts have overtaken', () => {
	const about = { stepId: 's', about: 'prj' };
	it('is told from one they contradict', () => {
		const changed = (found: string[]) =>
			problemSaid({ ...about, code: 'changed', field: 'communes', found }, territory, known).isDone;
		expect([changed(['Lens', 'Arras']), changed(['Douai'])]).toEqual([true, false]);
		const end: PlannedChange = { op: 'end', entity: 'node', id: 'prj' };
		expect(problemSaid({ ...about, code: 'missing' }, end, known).isDone).toBe(true);
		expect(problemSaid({ ...about, code: 'missing' }, territory, known).isDone).toBe(false);
		const there = { ...about, code: 'already_there' } as const;
		expect(problemSaid(there, { op: 'tie', relation: tie }, known).isDone).toBe(true);
	});

	it('names what is not there, and from when it would be', () => {
		const change: PlannedChange = { op: 'tie', relation: tie };
		const gone = problemSaid({ ...about, about: 'a', code: 'missing_end' }, change, known);
		expect(plain(gone.sentence)).toContain('« Aides » n’est plus dans les données');
		const early = { ...about, about: 'b', code: 'before_it_exists', begins: '2028-03' } as const;
		expect(plain(problemSaid(early, change, known).sentence)).toContain(
			'avant que « La Ruche » existe (mars 2028)'
		);
	});
});

describe('what would change', () => {
	const none: ScenarioDifferences = {
		...{ structures: { gained: [], lost: [] }, resources: { gained: [], lost: [] } },
		ties: { before: 4, after: 4 },
		apart: { before: 1, after: 1, joined: [], parted: [] },
		singleTie: { gained: [], lost: [] },
		fragile: { before: 0, after: 0, gained: [], lost: [] },
		...{ funding: [], funders: { gained: [], lost: [] } }
	};
	const sentences = (more: Partial<ScenarioDifferences>): string[] =>
		differenceSentences({ ...none, ...more }, (id) => NAMES[id] ?? id).map(plain);

	it('says nothing when nothing does', () => expect(sentences({})).toEqual([]));

	it('names who is no longer apart, and keeps money of each stage by itself', () => {
		const sum = { stage: 'asked' as const, eur: 0, known: 0, unknown: 0 };
		expect(
			sentences({
				apart: { before: 2, after: 0, joined: ['a', 'b'], parted: [] },
				funding: [
					{ stage: 'asked', before: sum, after: { ...sum, eur: 500, known: 1, unknown: 2 } },
					{
						stage: 'paid',
						before: { ...sum, stage: 'paid', eur: 7, known: 1 },
						after: { ...sum, stage: 'paid', eur: 7, known: 1 }
					}
				]
			})
		).toEqual([
			'Structures à part : 2 avant, 0 après.',
			'Aides et La Ruche ne seraient plus à part.',
			'Argent demandé : rien avant, 500 € + 2 financements sans montant connu après.'
		]);
	});
});
