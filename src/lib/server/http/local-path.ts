/** `path` when it leads to a page of ours, else `/`: a form must not send its reader elsewhere. */
export function localPath(path: unknown): string {
	const here = 'http://here.invalid';
	if (typeof path !== 'string' || !path.startsWith('/') || !URL.canParse(path, here)) return '/';
	const url = new URL(path, here);
	// The parsed path can itself begin with two slashes, which a browser reads as another host.
	if (url.origin !== here || url.pathname.startsWith('//')) return '/';
	return url.pathname + url.search + url.hash;
}
