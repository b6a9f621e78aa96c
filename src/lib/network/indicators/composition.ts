/** Who is in a network: how many, and how many of the social and solidarity economy. */
import type { Network } from '../model.ts';
import { measured, notKnown, type Figure } from './model.ts';
import { isStructure } from './partners.ts';

/** Organisations of the network, agencies and neighbours left out. Parts: how many of each nature. Linear. */
export function structuresFigure({ nodes }: Network): Figure {
	const structures = nodes.filter(isStructure);
	const groups = new Map<string, number>();
	for (const { group } of structures) groups.set(group, (groups.get(group) ?? 0) + 1);
	const parts = [...groups]
		.map(([key, value]) => ({ key, value }))
		.sort((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1));
	if (structures.length === 0) return notKnown('structures', 'no_structure');
	return measured('structures', structures.length, { base: structures.length, parts });
}

/**
 * Share of the social and solidarity economy among the structures whose legal form is established. The
 * range is what it would be if all the others were not of it, then if all were (C. Manski, « Partial
 * Identification of Probability Distributions », 2003). Linear.
 */
export function essFigure({ nodes }: Network): Figure {
	const structures = nodes.filter(isStructure);
	const base = structures.length;
	if (base === 0) return notKnown('ess', 'no_structure');
	const yes = structures.filter(({ ess }) => ess === true).length;
	const known = structures.filter(({ ess }) => ess !== undefined).length;
	if (known === 0) return notKnown('ess', 'not_collected', base);
	const unknown = base - known;
	return measured('ess', yes / known, {
		base,
		known,
		range:
			unknown > 0 ? { low: yes / base, high: (yes + unknown) / base, kind: 'bounds' } : undefined,
		parts: [
			{ key: 'yes', value: yes },
			{ key: 'no', value: known - yes },
			{ key: 'unknown', value: unknown }
		]
	});
}
