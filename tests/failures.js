// What failed, out of the reports of vitest and of Playwright: said once more at the end of a run,
// because nobody finds it two thousand lines above.

/** @typedef {{ what: string, why: string }} Failure */
/**
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} UnitTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: UnitTest[] }} UnitFile
 * @typedef {{ title: string, file: string, line: number, ok: boolean, tests: { results: { error?: { message?: string } }[] }[] }} PageTest
 * @typedef {{ specs?: PageTest[], suites?: PageFile[] }} PageFile
 */

/** @param {string | undefined} message */
const firstLines = (message) => (message ?? 'no message').split('\n').slice(0, 4).join('\n\t');

/**
 * Tests that failed, and files that could not be loaded, which have none.
 * @param {UnitFile} file @returns {Failure[]}
 */
export const failedUnits = ({ name, status, message, assertionResults }) => {
	const failed = assertionResults.filter((test) => test.status === 'failed');
	if (failed.length === 0 && status === 'failed') return [{ what: name, why: firstLines(message) }];
	return failed.map(({ fullName, failureMessages }) => ({
		what: `${name} › ${fullName}`,
		why: firstLines(failureMessages?.[0])
	}));
};

/** @param {PageFile} file @returns {Failure[]} */
export const failedPages = ({ specs = [], suites = [] }) => [
	...specs
		.filter(({ ok }) => !ok)
		.map(({ title, file, line, tests }) => ({
			what: `tests/e2e/${file}:${line} › ${title}`,
			why: firstLines(tests[0]?.results.at(-1)?.error?.message)
		})),
	...suites.flatMap(failedPages)
];
