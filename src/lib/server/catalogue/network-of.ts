import type { Scope } from '#lib/domain/scope.ts';
import type { GraphSlice } from '#lib/domain/slice.ts';
import { openingDay } from '#lib/domain/status.ts';
import { buildNetwork } from '#lib/network/build.ts';
import type { Network } from '#lib/network/model.ts';

/** The day a network's page opens at: the last of an ended project, else today. */
export function openingDayOf(slice: GraphSlice, scope: Scope, today: string): string {
	const project = scope.kind === 'project' && slice.nodes.find((n) => n.id === scope.id);
	return project && project.label === 'HealthProject' ? openingDay(project, today) : today;
}

/** The network of a scope out of a slice that holds it, on `day` or the one its page opens at. */
export function networkOf(
	slice: GraphSlice,
	scope: Scope,
	options: { today: string; day?: string | undefined; halo?: boolean | undefined }
): Network {
	const day = options.day ?? openingDayOf(slice, scope, options.today);
	return buildNetwork(slice, scope, day, { halo: options.halo ?? false });
}
