// Usage: node fill.js FOLDER NODES RELATIONS
import { fill } from './territory.ts';

const [folder = '', nodes, relations] = process.argv.slice(2);
const repository = await fill(folder, Number(nodes), Number(relations));
await repository.close();
