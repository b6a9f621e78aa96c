// Tells ESLint where an import leads: `#lib/…` to our folders, a bare name to its package.
const { existsSync } = require('node:fs');
const { isBuiltin } = require('node:module');
const { dirname, join, resolve } = require('node:path');

const lib = join(__dirname, '..', 'lib');
const packages = join(__dirname, '..', '..', 'node_modules');

exports.interfaceVersion = 2;
exports.resolve = (source, file) => {
	if (isBuiltin(source)) return { found: true, path: null };
	const path = source.startsWith('#lib/')
		? join(lib, source.slice('#lib/'.length))
		: source.startsWith('.')
			? resolve(dirname(file), source)
			: join(packages, source);
	const found = existsSync(path) || !source.startsWith('.');
	return found ? { found, path } : { found };
};
