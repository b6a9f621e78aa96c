import { describe, expect, it } from 'vitest';
import { ConflictError, InvalidChangeError, InvalidCursorError } from './errors.ts';

const many = (count: number) => Array.from({ length: count }, (_, i) => `a${i + 1}`);

describe('messages of errors stay short, what they carry stays whole', () => {
	const conflicts = (count: number) =>
		new ConflictError(
			many(count).map((id) => ({ id, field: 'name', expected: null, found: null }))
		);
	const problems = (count: number) =>
		new InvalidChangeError(many(count).map((id) => ({ id, field: 'name', code: 'required' })));

	it('tells ten, and how many more', () => {
		expect(conflicts(10).message.split(', ')).toHaveLength(10);
		expect(conflicts(10).message).not.toContain('+');
		expect(conflicts(11).message).toMatch(/a10\.name, \+1$/);
		expect(problems(5000).message).toMatch(/a10\.name: required, \+4990$/);
	});

	it('keeps every one of them beside the message', () => {
		expect(conflicts(11).conflicts).toHaveLength(11);
		expect(problems(5000).problems).toHaveLength(5000);
	});

	it('cuts a cursor somebody made very long', () => {
		const error = new InvalidCursorError('x'.repeat(10_000));
		expect(error.message.length).toBeLessThan(120);
		expect(error.cursor).toHaveLength(10_000);
	});
});
