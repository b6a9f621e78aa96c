import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frontCoded, frontDecoded } from './front-coding.ts';

it('says of each id what it adds to the one before', () => {
	expect(frontCoded(['fictif-a', 'fictif-b', 'fictif-ba'])).toEqual(['0fictif-a', '7b', '8a']);
});

it('gives back any ids, sorted or not, longer than a digit can say', () => {
	const id = fc.oneof(
		fc.string(),
		fc.string().map((tail) => 'a'.repeat(40) + tail)
	);
	fc.assert(
		fc.property(fc.array(id), (ids) => {
			expect(frontDecoded(frontCoded(ids))).toEqual(ids);
		})
	);
});
