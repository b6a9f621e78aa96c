import * as v from 'valibot';
import { NODE_LABELS } from '#lib/domain/entities.ts';
import { parseScenario } from '#lib/domain/scenario/schema.ts';
import { RELATION_TYPES } from '#lib/domain/vocabulary/relation-types.ts';
import type { ArchivedItem } from '../archive.ts';

/*
 * A backup is lines of JSON, compressed (`.ndjson.gz`): a head, an item of the database a line, a foot
 * with how many of each and the SHA-256 of every byte before it. `zcat` and any JSON reader open it.
 */

/** Raised when a program that knows the one before could not read it. */
export const BACKUP_VERSION = 1;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Id = v.pipe(v.string(), v.minLength(1));
const Properties = v.record(
	v.string(),
	v.union([v.string(), v.number(), v.boolean(), v.array(v.string())])
);
const Label = v.picklist([...NODE_LABELS, 'Claim']);

const Revision = v.object({
	number: Count,
	previous: v.nullable(Count),
	who: v.string(),
	why: v.string(),
	at: v.string(),
	origin: v.object({
		kind: v.picklist(['seed', 'import', 'page', 'scenario', 'undo', 'fictional']),
		name: v.optional(v.string()),
		checksum: v.optional(v.string()),
		revision: v.optional(Count),
		details: v.optional(v.string())
	}),
	created: Count,
	updated: Count,
	removed: Count
});

function isScenario(body: string): boolean {
	try {
		return parseScenario(JSON.parse(body)).ok;
	} catch {
		return false;
	}
}

/** The lines between head and foot; bytes travel as base64. */
const Line = v.variant('kind', [
	v.object({ kind: v.literal('revision'), revision: Revision }),
	v.object({
		kind: v.literal('chunk'),
		revision: Count,
		index: Count,
		firstId: Id,
		lastId: Id,
		data: v.pipe(v.string(), v.base64())
	}),
	v.object({
		kind: v.literal('node'),
		id: Id,
		label: Label,
		revision: Count,
		properties: Properties
	}),
	v.object({
		kind: v.literal('relation'),
		id: Id,
		type: v.picklist(RELATION_TYPES),
		source: Id,
		target: Id,
		revision: Count,
		properties: Properties
	}),
	v.object({ kind: v.literal('removed'), id: Id, revision: Count }),
	v.object({
		kind: v.literal('scenario'),
		id: Id,
		base: Id,
		version: Count,
		body: v.pipe(
			v.string(),
			v.check((body) => isScenario(body))
		)
	}),
	v.object({
		kind: v.literal('passage'),
		passage: v.object({
			dossier: Id,
			passage: Id,
			version: Count,
			text: v.optional(v.string()),
			base: v.string(),
			at: v.string(),
			who: v.string()
		})
	}),
	v.object({
		kind: v.literal('layout'),
		layout: v.object({
			key: Id,
			version: Count,
			revision: Count,
			fingerprint: v.string(),
			data: v.string()
		})
	})
]);

const Head = v.object({
	maillage: v.literal('backup'),
	version: Count,
	/** ISO instant. */
	at: v.string(),
	/** The data revision it holds. */
	revision: Count
});
export type BackupHead = v.InferOutput<typeof Head>;

const Foot = v.object({
	kind: v.literal('end'),
	counts: v.record(v.string(), Count),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
});
export type BackupFoot = v.InferOutput<typeof Foot>;

const parsed = <S extends v.GenericSchema>(schema: S, value: unknown) => {
	const { success, output } = v.safeParse(schema, value);
	return success ? output : undefined;
};

/** The head of a backup; `undefined` for a first line of anything else. */
export const readHead = (value: unknown): BackupHead | undefined => parsed(Head, value);
export const readFoot = (value: unknown): BackupFoot | undefined => parsed(Foot, value);

export function readItem(value: unknown): ArchivedItem | undefined {
	const line = parsed(Line, value);
	if (line?.kind !== 'chunk') return line;
	return { ...line, data: Buffer.from(line.data, 'base64') };
}

export const itemLine = (item: ArchivedItem): string =>
	JSON.stringify(
		item.kind === 'chunk' ? { ...item, data: Buffer.from(item.data).toString('base64') } : item
	);
