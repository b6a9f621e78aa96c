/**
 * Numbers of nodes by score, the highest first, then the lowest number; as many as are taken. A heap made in
 * one pass: the first few of 85,000 come without sorting the others.
 */
export function* highestFirst(
	numbers: readonly number[],
	scores: ArrayLike<number>
): Generator<number, void> {
	const heap = Int32Array.from(numbers);
	let size = heap.length;
	const before = (a: number, b: number): boolean => {
		const [one, other] = [scores[a] ?? 0, scores[b] ?? 0];
		return one > other || (one === other && a < b);
	};
	const sink = (from: number): void => {
		const moved = heap[from] ?? 0;
		let at = from;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= size) break;
			if (child + 1 < size && before(heap[child + 1] ?? 0, heap[child] ?? 0)) child++;
			if (!before(heap[child] ?? 0, moved)) break;
			heap[at] = heap[child] ?? 0;
			at = child;
		}
		heap[at] = moved;
	};
	for (let i = (size >> 1) - 1; i >= 0; i--) sink(i);
	while (size > 0) {
		const first = heap[0] ?? 0;
		size--;
		heap[0] = heap[size] ?? 0;
		sink(0);
		yield first;
	}
}
