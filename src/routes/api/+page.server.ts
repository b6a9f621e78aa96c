import { NETWORK_MEDIA_TYPE } from '#lib/network/payload.ts';
import { ENDPOINTS } from '#lib/server/api/endpoints.ts';
import { EXAMPLES, exampleAddress } from '#lib/server/api/examples.ts';

export const load = () => ({
	mediaType: NETWORK_MEDIA_TYPE,
	endpoints: ENDPOINTS.map(({ name, path, parameters }) => ({
		...{ name, path, parameters },
		example: exampleAddress(path, EXAMPLES[name] ?? {})
	}))
});
