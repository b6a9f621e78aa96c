import { expect, test } from 'vitest';
import { failedPages, failedUnits } from '../failures.js';

test('names a failed test with the beginning of its message, and passes over the others', () => {
	const assertionResults = [
		{ status: 'passed', fullName: 'holds' },
		{ status: 'failed', fullName: 'breaks', failureMessages: ['expected 1\nto be 2\na\nb\nc'] }
	];
	expect(failedUnits({ name: 'x.test.ts', status: 'failed', assertionResults })).toEqual([
		{ what: 'x.test.ts › breaks', why: 'expected 1\n\tto be 2\n\ta\n\tb' }
	]);
});

test('names a file that could not be loaded, and is silent on one that passed', () => {
	const broken = { name: 'x.test.ts', status: 'failed', message: 'no such module' };
	expect(failedUnits({ ...broken, assertionResults: [] })).toEqual([
		{ what: 'x.test.ts', why: 'no such module' }
	]);
	expect(failedUnits({ name: 'y.test.ts', status: 'passed', assertionResults: [] })).toEqual([]);
});

test('finds failed pages at any depth', () => {
	const page = (title: string, ok: boolean, message?: string) => ({
		title,
		file: 'a.spec.ts',
		line: 7,
		ok,
		tests: [{ results: message === undefined ? [] : [{ error: { message } }] }]
	});
	const suites = [
		{ specs: [page('opens', true)], suites: [{ specs: [page('closes', false, 'no')] }] }
	];
	expect(failedPages({ suites })).toEqual([{ what: 'tests/e2e/a.spec.ts:7 › closes', why: 'no' }]);
	expect(failedPages({ specs: [page('stops', false)] })).toEqual([
		{ what: 'tests/e2e/a.spec.ts:7 › stops', why: 'no message' }
	]);
});
