import type { NodeRef } from '#lib/domain/views.ts';
import type { NetworkNode } from '#lib/network/model.ts';

/** What an answer says of a node it only names. */
export const refOf = ({ id, label, kind, name, commune }: NetworkNode): NodeRef => ({
	...{ id, label, kind, name },
	...(commune === undefined ? {} : { commune })
});
