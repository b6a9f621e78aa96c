/** Lists that come a part at a time, so that a long text shows at once and is whole soon after. Pure. */

/** Of each list in turn, how many items a common limit leaves it. */
export function portions(limit: number, lengths: readonly number[]): number[] {
	let left = limit;
	return lengths.map((length) => {
		const taken = Math.max(0, Math.min(length, left));
		left -= taken;
		return taken;
	});
}
