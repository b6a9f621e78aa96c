import {
	MOST_PINS,
	type Camera,
	type MapCamera,
	type Place,
	type TableChoice,
	type TableName,
	type ViewState
} from './state.ts';

/** One parameter of an address: `read` answers nothing for a text we did not write. */
export interface Parameter {
	name: string;
	read(text: string, state: ViewState): Partial<ViewState> | undefined;
	/** Nothing when the state is as on a first visit. */
	write(state: ViewState): string | undefined;
}

/** Ids are readable slugs; anything else in an address was not written by us. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:~-]{0,199}$/u;
/** A set with nothing in it. */
const NONE = 'aucune';
/** More would not fit in an address. */
const MOST_IDS = 100;
const DEPARTEMENT = /^(?:\d{2}|2[AB]|97\d|98\d)$/;

type Put<T> = (value: T) => Partial<ViewState>;

const has = <T>(list: readonly T[], item: unknown): item is T => list.some((one) => one === item);

export const oneOf = <T extends string | number>(
	name: string,
	list: readonly T[],
	get: (state: ViewState) => T,
	put: Put<T>,
	usual: T
): Parameter => ({
	name,
	read(text) {
		const found = list.find((item) => String(item) === text);
		return found === undefined ? undefined : put(found);
	},
	write: (state) => (get(state) === usual ? undefined : String(get(state)))
});

export const id = (
	name: string,
	get: (state: ViewState) => string | undefined,
	put: Put<string>
): Parameter => ({
	name,
	read: (text) => (ID.test(text) ? put(text) : undefined),
	write: get
});

export const ids = (
	name: string,
	get: (state: ViewState) => ReadonlySet<string>,
	put: Put<ReadonlySet<string>>
): Parameter => ({
	name,
	read(text) {
		const parts = text.split(',');
		return parts.length <= MOST_IDS && parts.every((part) => ID.test(part))
			? put(new Set(parts))
			: undefined;
	},
	write: (state) => [...get(state)].slice(0, MOST_IDS).join(',') || undefined
});

export const listOf = <T extends string>(
	name: string,
	order: readonly T[],
	usual: readonly T[],
	get: (state: ViewState) => ReadonlySet<T>,
	put: Put<ReadonlySet<T>>
): Parameter => ({
	name,
	read(text) {
		if (text === NONE) return put(new Set());
		const parts: readonly string[] = text.split(',');
		const found = order.filter((item) => has(parts, item));
		return found.length === new Set(parts).size ? put(new Set(found)) : undefined;
	},
	write(state) {
		const chosen = get(state);
		const isUsual = chosen.size === usual.length && usual.every((item) => chosen.has(item));
		return isUsual ? undefined : order.filter((item) => chosen.has(item)).join(',') || NONE;
	}
});

export const territories = (
	name: string,
	get: (state: ViewState) => ReadonlySet<string> | undefined,
	put: Put<ReadonlySet<string>>
): Parameter => ({
	name,
	read(text) {
		if (text === NONE) return put(new Set());
		const codes = text.split(',');
		return codes.every((code) => DEPARTEMENT.test(code)) ? put(new Set(codes)) : undefined;
	},
	write(state) {
		const codes = get(state);
		return codes && ([...codes].sort().join(',') || NONE);
	}
});

export const number = (
	name: string,
	least: number,
	most: number,
	get: (state: ViewState) => number | undefined,
	put: Put<number>
): Parameter => ({
	name,
	read(text) {
		const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
		return value >= least && value <= most ? put(value) : undefined;
	},
	write: (state) => get(state)?.toString()
});

export const flag = (
	name: string,
	get: (state: ViewState) => boolean,
	put: Put<boolean>
): Parameter => ({
	name,
	read: (text) => (text === 'oui' ? put(true) : undefined),
	write: (state) => (get(state) ? 'oui' : undefined)
});

const rounded = (value: number): string => String(Number(value.toFixed(3)));

export const camera = (
	name: string,
	get: (state: ViewState) => Camera | undefined,
	put: Put<Camera>
): Parameter => ({
	name,
	read(text) {
		const parts = text.split('_');
		if (parts.length !== 3 || !parts.every((part) => /^-?\d{1,3}(?:\.\d{1,3})?$/.test(part)))
			return undefined;
		const [x = NaN, y = NaN, ratio = NaN] = parts.map(Number);
		return ratio >= 0.01 && ratio <= 10 ? put({ x, y, ratio }) : undefined;
	},
	write(state) {
		const frame = get(state);
		return frame && [frame.x, frame.y, Math.max(frame.ratio, 0.01)].map(rounded).join('_');
	}
});

const PIN = /^([^*]+)\*(-?\d{1,5}(?:\.\d{1,2})?)\*(-?\d{1,5}(?:\.\d{1,2})?)$/;

const hundredths = (value: number): string => String(Number(value.toFixed(2)) + 0);

/** Places as an address says them, the first `MOST_PINS` of them: equal for equal places. */
export const pinsText = (places: ReadonlyMap<string, Place>): string =>
	[...places]
		.slice(0, MOST_PINS)
		.map(([node, { x, y }]) => [node, hundredths(x), hundredths(y)].join('*'))
		.join(',');

export const pins = (
	name: string,
	get: (state: ViewState) => ReadonlyMap<string, Place>,
	put: Put<ReadonlyMap<string, Place>>
): Parameter => ({
	name,
	read(text) {
		const found = new Map<string, Place>();
		const parts = text.split(',');
		for (const part of parts) {
			const [, node = '', x, y] = PIN.exec(part) ?? [];
			if (!ID.test(node)) return undefined;
			found.set(node, { x: Number(x), y: Number(y) });
		}
		return parts.length <= MOST_PINS ? put(found) : undefined;
	},
	write: (state) => pinsText(get(state)) || undefined
});

const COLUMN = /^[a-z]{1,20}$/;
const MOST_COLUMNS = 30;
const MOST_QUERY = 120;
/** Names of the tables in addresses. */
const TABLE_NAMES: Record<TableName, string> = { ties: 'liens', nodes: 'noms' };

/** How one table is read: what it is sorted by (`-` before it: downward), the words asked for, its columns. */
export function table(name: TableName): Parameter[] {
	const put = ({ tables }: ViewState, change: Partial<TableChoice>): Partial<ViewState> => ({
		tables: { ...tables, [name]: { ...tables[name], ...change } }
	});
	const suffix = TABLE_NAMES[name];
	return [
		{
			name: `tri-${suffix}`,
			read(text, state) {
				const down = text.startsWith('-');
				const by = down ? text.slice(1) : text;
				return COLUMN.test(by) ? put(state, { by, down }) : undefined;
			},
			write({ tables }) {
				const { by, down } = tables[name];
				return by === undefined ? undefined : `${down ? '-' : ''}${by}`;
			}
		},
		{
			name: `lignes-${suffix}`,
			read: (text, state) =>
				text.trim() !== '' && text.length <= MOST_QUERY ? put(state, { query: text }) : undefined,
			write({ tables }) {
				const query = tables[name].query.slice(0, MOST_QUERY);
				return query.trim() === '' ? undefined : query;
			}
		},
		{
			name: `colonnes-${suffix}`,
			read(text, state) {
				const ids = text.split(',');
				return ids.length <= MOST_COLUMNS && ids.every((one) => COLUMN.test(one))
					? put(state, { columns: new Set(ids) })
					: undefined;
			},
			write: ({ tables }) => [...(tables[name].columns ?? [])].join(',') || undefined
		}
	];
}

const DEGREES = /^-?\d{1,3}(?:\.\d{1,4})?$/;
const ZOOM = /^\d{1,2}(?:\.\d{1,2})?$/;

export const mapCamera = (
	name: string,
	get: (state: ViewState) => MapCamera | undefined,
	put: Put<MapCamera>
): Parameter => ({
	name,
	read(text) {
		const [west = '', north = '', closer = '', ...more] = text.split('_');
		if (more.length > 0 || ![west, north].every((part) => DEGREES.test(part)) || !ZOOM.test(closer))
			return undefined;
		const [lon, lat, zoom] = [Number(west), Number(north), Number(closer)];
		return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom <= 22
			? put({ lon, lat, zoom })
			: undefined;
	},
	write(state) {
		const frame = get(state);
		if (!frame) return undefined;
		const degrees = [frame.lon, frame.lat].map((value) => String(Number(value.toFixed(4))));
		return [...degrees, String(Number(frame.zoom.toFixed(2)))].join('_');
	}
});
