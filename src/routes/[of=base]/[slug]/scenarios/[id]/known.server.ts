import type { GraphNode, Relation } from '#lib/domain/entities.ts';
import { factsNamed } from '#lib/domain/scenario/apply.ts';
import type { Scenario } from '#lib/domain/scenario/scenario.ts';
import { knownWith, type Known } from '#lib/i18n/scenario-sentences.ts';
import type { NetworkNode } from '#lib/network/model.ts';
import type { ScenarioPicture } from '#lib/server/catalogue/scenarios.ts';
import type { Repository } from '#lib/server/repository.ts';

/** Everything a scenario's steps name, facts of elsewhere and of before included. */
export async function knownOf(
	repository: Repository,
	scenario: Pick<Scenario, 'edits'>,
	picture: ScenarioPicture | undefined
): Promise<Known> {
	// Every edit, so that what was undone can be named too.
	const steps = scenario.edits.flatMap((edit) => ('step' in edit ? edit.step : []));
	const named = factsNamed(steps);
	const nodes = new Map<string, NetworkNode | GraphNode>(
		(await repository.nodes(named)).map((node) => [node.id, node])
	);
	for (const network of [picture?.before.network, picture?.after.network])
		for (const node of network?.nodes ?? []) nodes.set(node.id, node);
	const ended = steps.flatMap(({ change }) =>
		'entity' in change && change.entity === 'relation' ? change.id : []
	);
	const relations = new Map<string, Relation>(
		(await repository.relations(ended)).map((relation) => [relation.id, relation])
	);
	for (const { source, target } of relations.values()) {
		const missing = [source, target].filter((id) => !nodes.has(id));
		for (const node of await repository.nodes(missing)) nodes.set(node.id, node);
	}
	for (const network of [picture?.before.network, picture?.after.network])
		for (const edge of network?.edges ?? []) relations.set(edge.id, edge);
	return knownWith(steps, {
		end: (id) => nodes.get(id) ?? { name: id, label: 'Actor' },
		relation: (id) => relations.get(id)
	});
}
