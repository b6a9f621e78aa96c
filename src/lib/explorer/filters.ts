import { writeViewState } from '#lib/domain/view-state/codec.ts';
import { defaultViewState, type Filters } from '#lib/domain/view-state/state.ts';

/** What passes, as a text: equal for equal filters, whatever else the view shows. */
export function filterKey({
	families,
	hiddenGroups,
	statuses,
	certainties,
	ess,
	access,
	expanded,
	departements,
	year,
	comparedYear
}: Filters): string {
	const filters = {
		families,
		hiddenGroups,
		statuses,
		certainties,
		ess,
		access,
		expanded,
		departements
	};
	const years = { year, comparedYear };
	const state = { ...defaultViewState(), ...filters, ...years };
	return writeViewState(state, new URLSearchParams()).toString();
}
