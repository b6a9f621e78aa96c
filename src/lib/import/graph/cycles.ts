/** The first of the items that is, through its parents, inside itself; `undefined` when none is. */
export function insideItself(parents: ReadonlyMap<string, string>): string | undefined {
	const settled = new Set<string>();
	for (const start of parents.keys()) {
		const path = new Set<string>();
		for (let at: string | undefined = start; at !== undefined; at = parents.get(at)) {
			if (path.has(at)) return at;
			if (settled.has(at)) break;
			path.add(at);
		}
		for (const id of path) settled.add(id);
	}
	return undefined;
}
