// The national file of health establishments (FINESS 2021): 84,881 nodes and 130,138 ties. It is not in
// this repository; `BENCH_NETWORKS` names the folder that holds it.
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { isDepartementCode } from '#lib/domain/vocabulary/regions.ts';
import type { Claim, GraphNode, Relation } from '#lib/domain/entities.ts';

const FOLDER = process.env['BENCH_NETWORKS'] ?? '../shared/data/reseaux';
const SOURCE = 'src-finess-2021';
const PUBLISHER = 'FINESS';

export const nationalFile = (part: 'nodes' | 'edges'): string =>
	join(FOLDER, `finess2021_national_${part}.csv.gz`);

export const hasNational = (): boolean =>
	existsSync(nationalFile('nodes')) && existsSync(nationalFile('edges'));

/** Rows of one of the two files, without its header, as arrays. */
export async function* nationalRows(part: 'nodes' | 'edges'): AsyncGenerator<string[]> {
	const parser = createReadStream(nationalFile(part))
		.pipe(createGunzip())
		.pipe(parse({ delimiter: ';', from_line: 2, quote: '"', relax_quotes: true }));
	for await (const row of parser) yield row as string[];
}

/** What the file says, as a graph of ours: who manages whom, and the département each is listed in. */
export async function readNational(): Promise<{
	nodes: GraphNode[];
	relations: Relation[];
	claims: Claim[];
}> {
	const nodes: GraphNode[] = [
		{ label: 'Source', id: SOURCE, name: 'FINESS 2021', publisher: PUBLISHER, year: 2021 }
	];
	for await (const [id = '', , name = '', , , departement = '', lat, lon] of nationalRows('nodes'))
		nodes.push({
			label: 'Actor',
			id: id.toLowerCase(),
			name,
			kind: id.startsWith('ET') ? 'etablissement_medico_social' : 'association',
			...(isDepartementCode(departement) ? { departement } : {}),
			...(lat && lon ? { lat: Number(lat), lon: Number(lon) } : {})
		});
	const relations: Relation[] = [];
	for await (const [from = '', to = '', type] of nationalRows('edges')) {
		const ends = [from.toLowerCase(), to.toLowerCase()] as const;
		const managed = type === 'GERE_PAR';
		const [source, target] = managed ? [ends[1], ends[0]] : ends;
		const id = `rel-${String(relations.length + 1).padStart(6, '0')}`;
		relations.push({ id, type: managed ? 'MANAGES' : 'MEMBER_OF', source, target });
	}
	const claims = relations.map(({ id }): Claim => ({
		id: `dit-${id}`,
		aboutId: id,
		by: PUBLISHER,
		says: 'exists',
		how: 'stated',
		firstSeen: '2021',
		lastSeen: '2021',
		sourceId: SOURCE
	}));
	return { nodes, relations, claims };
}
