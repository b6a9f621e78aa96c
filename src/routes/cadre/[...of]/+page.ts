import { prepareView } from '../../load-view.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data, url, untrack }) => {
	await prepareView(untrack(() => url.search));
	return data;
};
