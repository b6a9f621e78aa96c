import { createHash } from 'node:crypto';

/** Weak, since the same text may travel compressed or not. */
export const etagOf = (text: string): string =>
	`W/"${createHash('sha1').update(text).digest('base64url')}"`;

const bare = (tag: string): string => tag.trim().replace(/^W\//, '');

/** True when the caller already holds this very answer. */
export function isKnown(ifNoneMatch: string | null, etag: string): boolean {
	if (!ifNoneMatch) return false;
	return ifNoneMatch.trim() === '*' || ifNoneMatch.split(',').some((t) => bare(t) === bare(etag));
}
