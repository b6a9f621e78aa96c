// Usage: node fill.js FOLDER NODES RELATIONS, or FOLDER national; exits with 4 when its file is not here.
import { hasNational } from './national.ts';
import { fill, fillNational } from './territory.ts';

const [folder = '', nodes, relations] = process.argv.slice(2);
if (nodes === 'national' && !hasNational()) process.exit(4);
const repository =
	nodes === 'national'
		? await fillNational(folder)
		: await fill(folder, Number(nodes), Number(relations));
await repository.close();
