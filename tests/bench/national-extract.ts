// The national file of FINESS as the extract it was made from: legal entities, establishments, places.
import proj4 from 'proj4';
import { isDepartementCode } from '#lib/domain/vocabulary/regions.ts';
import { nationalRows } from './national.ts';

const LAMBERT_93 = proj4(
	'+proj=lcc +lat_1=49 +lat_2=44 +lat_0=46.5 +lon_0=3 +x_0=700000 +y_0=6600000 +ellps=GRS80 +units=m'
);
const ASSOCIATION = '60';

function line(section: string, length: number, fields: Readonly<Record<number, string>>): string {
	const cells = Array.from({ length }, (_, i) => fields[i + 1] ?? '');
	return [section, ...cells].map((cell) => cell.replace(/;/g, ',')).join(';');
}

/** Every node of the file as a row that says what the file knows, and every tie. */
export async function nationalExtract(date: string): Promise<Uint8Array> {
	const manager = new Map<string, string>();
	for await (const [from = '', to = '', type] of nationalRows('edges'))
		if (type === 'GERE_PAR') manager.set(from, to.slice(2));
	const lines = [`finess;etalab;111;${date}`];
	const places: string[] = [];
	for await (const row of nationalRows('nodes')) {
		const [id = '', type, name = '', code = '', label = '', departement = '', lat, lon] = row;
		const finess = id.slice(2);
		if (type === 'EntiteJuridique')
			lines.push(line('structureej', 22, { 1: finess, 2: name, 16: ASSOCIATION }));
		if (type !== 'Etablissement') continue;
		lines.push(
			line('structureet', 31, {
				1: finess,
				2: manager.get(id) ?? '',
				3: name.replace(/"/g, ''),
				13: isDepartementCode(departement) ? departement : '',
				18: code,
				19: label,
				22: row[8] ?? '',
				28: row[9] ?? ''
			})
		);
		if (!lat || !lon || departement.startsWith('97')) continue;
		const [x = 0, y = 0] = LAMBERT_93.forward([Number(lon), Number(lat)]);
		const projection = '1,ATLASANTE,100,IGN,BD_ADRESSE,V2.2,LAMBERT_93';
		places.push(`geolocalisation;${finess};${x.toFixed(1)};${y.toFixed(1)};${projection};${date}`);
	}
	return new TextEncoder().encode([...lines, ...places].join('\n'));
}
