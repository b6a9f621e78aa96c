import { describe, expect, it } from 'vitest';
import type { Actor, HealthProject } from '#lib/domain/entities.ts';
import type { ActorKind } from '#lib/domain/vocabulary/actor-kinds.ts';
import { ACCESS_DIMENSIONS } from '#lib/domain/vocabulary/project-kinds.ts';
import { buildDossier } from '#lib/proposal/dossier.ts';
import type { RuleResult } from '#lib/proposal/document.ts';
import type { ProjectFacts } from '#lib/proposal/facts.ts';
import type { Check, Framework, Rule } from '#lib/proposal/framework.ts';
import { FRAMEWORKS } from '#lib/proposal/frameworks.ts';
import { factsIn, RICHERAND, seededCatalogue } from './proposal-seed.ts';

const catalogue = seededCatalogue();

/** A project of which nothing is known but that it is. */
async function bare(): Promise<ProjectFacts> {
	const facts = await factsIn(catalogue(), RICHERAND);
	const { id, label, name, coverage, status } = facts.sheet.node;
	const node: HealthProject = { id, label, name, coverage, status, kind: 'equipe_mobile' };
	return {
		...facts,
		sheet: { ...facts.sheet, node, relations: [], claims: [], leads: [] },
		proofs: { ...facts.proofs, organisations: [], resources: [], relations: [], claims: [] },
		network: { ...facts.network, nodes: [], edges: [], project: node, documented: false },
		isolated: [],
		places: { places: [], without: [], refused: [] }
	};
}

/** The same with members of these kinds. */
function withMembers(facts: ProjectFacts, kinds: readonly ActorKind[]): ProjectFacts {
	const organisations = kinds.map((kind, index): Actor => {
		return { label: 'Actor', id: `a-${index}`, name: `Structure ${index}`, kind };
	});
	const nodes = organisations.map(({ id, name, kind }) => {
		return { id, name, kind, label: 'Actor' as const, group: 'project' as const, member: true };
	});
	return {
		...facts,
		proofs: { ...facts.proofs, organisations },
		network: { ...facts.network, nodes }
	};
}

const withNode = (facts: ProjectFacts, change: Partial<HealthProject>): ProjectFacts => ({
	...facts,
	sheet: { ...facts.sheet, node: { ...facts.sheet.node, ...change } }
});

/** Facts that satisfy a rule, as far as facts can. */
async function satisfying(check: Check): Promise<ProjectFacts> {
	const rich = await factsIn(catalogue(), RICHERAND);
	switch (check.kind) {
		case 'members': {
			const [kind = 'association'] = check.of;
			return withMembers(
				await bare(),
				Array.from({ length: check.atLeast }, () => kind)
			);
		}
		case 'territory':
			return withNode(await bare(), { communes: ['Paris (10e)'] });
		case 'access':
			return withNode(await bare(), { accessDimensions: [...ACCESS_DIMENSIONS] });
		case 'sourced':
		case 'content':
		case 'team':
			return rich;
	}
}

/** Facts that do not. */
async function failing(check: Check): Promise<ProjectFacts> {
	const rich = await factsIn(catalogue(), RICHERAND);
	switch (check.kind) {
		case 'members': {
			const [kind = 'association'] = check.of;
			return withMembers(
				await bare(),
				Array.from({ length: check.atLeast - 1 }, () => kind)
			);
		}
		case 'access':
			return withNode(rich, { accessDimensions: ACCESS_DIMENSIONS.slice(1) });
		case 'sourced': {
			const relations = rich.proofs.relations.map((view) => ({ ...view, claims: [] }));
			return { ...rich, proofs: { ...rich.proofs, relations } };
		}
		case 'territory':
		case 'content':
		case 'team':
			return bare();
	}
}

const resultOf = (framework: Framework, facts: ProjectFacts, { id }: Rule): RuleResult => {
	const found = buildDossier(framework, facts).rules.find((rule) => rule.id === id);
	if (!found) throw new Error(`no rule ${id}`);
	return found;
};

const RULES = FRAMEWORKS.flatMap((framework) =>
	framework.rules.map((rule) => [`${framework.id}, ${rule.id}`, framework, rule] as const)
);

describe('every rule of every framework', () => {
	it.each(RULES)(
		'%s: met by facts that meet it, not by facts that do not',
		async (_, framework, rule) => {
			const { check } = rule;
			const met = resultOf(framework, await satisfying(check), rule);
			const not = resultOf(framework, await failing(check), rule);
			const confirm = 'confirm' in check && check.confirm !== undefined;
			if (check.kind === 'team') {
				// Only the team knows: whatever the data say, it is asked.
				expect([met.state, not.state]).toEqual(['to_confirm', 'to_confirm']);
				expect(met.remedy).toBe(rule.remedy.fr);
				return;
			}
			expect(met.state).toBe(confirm ? 'to_confirm' : 'satisfied');
			expect(met.remedy).toBe(confirm ? check.confirm?.fr : '');
			expect(not.state).toBe('missing');
			expect(not.remedy).toBe(rule.remedy.fr);
		}
	);

	it('has a remedy and its words in both languages, and each framework says what was checked', () => {
		for (const { references, sections, rules } of FRAMEWORKS) {
			expect(references.length).toBeGreaterThan(0);
			for (const { guidance } of sections) expect(guidance.fr).not.toBe(guidance.en);
			for (const { remedy } of rules) expect(remedy.fr).not.toBe(remedy.en);
		}
	});
});

it('leaves no section of any framework empty: what the data do not say, it says so or asks the team', async () => {
	const facts = await bare();
	for (const framework of FRAMEWORKS)
		for (const { title, passages } of buildDossier(framework, facts).sections)
			for (const { blocks } of passages)
				expect(blocks.length, `${framework.id}, ${title}`).toBeGreaterThan(0);
});
