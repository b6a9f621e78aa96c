/** `MAIL`, in the file's header: tells our files from those of other programs. */
export const APPLICATION_ID = 0x4d41494c;

/**
 * What each version adds to the one before; `user_version` in the file says how many were run.
 * Append only. `body` is the whole record as JSON; the other columns are what queries look for.
 */
export const MIGRATIONS: readonly string[] = [
	`
	CREATE TABLE node (
		pk INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		label TEXT NOT NULL,
		revision INTEGER NOT NULL,
		kind TEXT,
		fold_name TEXT,
		region TEXT,
		departement TEXT,
		ess INTEGER,
		finess TEXT,
		siret TEXT,
		siren TEXT,
		rna TEXT,
		code_insee TEXT,
		project_id TEXT,
		publisher_id TEXT,
		about_id TEXT,
		source_id TEXT,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX node_label ON node (label, fold_name, id);
	CREATE INDEX node_region ON node (region) WHERE region IS NOT NULL;
	CREATE INDEX node_departement ON node (departement) WHERE departement IS NOT NULL;
	CREATE INDEX node_finess ON node (finess) WHERE finess IS NOT NULL;
	CREATE INDEX node_siret ON node (siret) WHERE siret IS NOT NULL;
	CREATE INDEX node_siren ON node (siren) WHERE siren IS NOT NULL;
	CREATE INDEX node_rna ON node (rna) WHERE rna IS NOT NULL;
	CREATE INDEX node_code_insee ON node (code_insee) WHERE code_insee IS NOT NULL;
	CREATE INDEX node_project ON node (project_id) WHERE project_id IS NOT NULL;
	CREATE INDEX node_publisher ON node (publisher_id) WHERE publisher_id IS NOT NULL;
	CREATE INDEX node_about ON node (about_id) WHERE about_id IS NOT NULL;
	CREATE INDEX node_source ON node (source_id) WHERE source_id IS NOT NULL;

	CREATE TABLE relation (
		pk INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		type TEXT NOT NULL,
		source TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
		target TEXT NOT NULL REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED,
		revision INTEGER NOT NULL,
		project_id TEXT,
		resource_id TEXT,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX relation_source ON relation (source);
	CREATE INDEX relation_target ON relation (target);
	CREATE INDEX relation_project ON relation (project_id) WHERE project_id IS NOT NULL;
	CREATE INDEX relation_resource ON relation (resource_id) WHERE resource_id IS NOT NULL;

	CREATE VIRTUAL TABLE node_text USING fts5 (
		name, commune,
		content = '', contentless_delete = 1, prefix = '1 2 3',
		tokenize = 'unicode61 remove_diacritics 2'
	);

	CREATE TABLE tombstone (
		id TEXT PRIMARY KEY,
		revision INTEGER NOT NULL
	) STRICT, WITHOUT ROWID;

	CREATE TABLE revision (
		number INTEGER PRIMARY KEY,
		previous INTEGER REFERENCES revision (number),
		body TEXT NOT NULL
	) STRICT;

	CREATE TABLE revision_chunk (
		revision INTEGER NOT NULL REFERENCES revision (number),
		position INTEGER NOT NULL,
		first_id TEXT NOT NULL,
		last_id TEXT NOT NULL,
		data BLOB NOT NULL,
		PRIMARY KEY (revision, position)
	) STRICT;

	CREATE TABLE layout (
		key TEXT PRIMARY KEY,
		version INTEGER NOT NULL,
		revision INTEGER NOT NULL,
		fingerprint TEXT NOT NULL,
		data TEXT NOT NULL
	) STRICT;
	`,
	// What is planned, apart from the graph.
	`
	CREATE TABLE scenario (
		id TEXT PRIMARY KEY,
		base TEXT NOT NULL,
		version INTEGER NOT NULL,
		body TEXT NOT NULL
	) STRICT;
	CREATE INDEX scenario_base ON scenario (base);
	`,
	`
	CREATE TABLE passage (
		dossier TEXT NOT NULL,
		passage TEXT NOT NULL,
		version INTEGER NOT NULL,
		text TEXT,
		base TEXT NOT NULL,
		at TEXT NOT NULL,
		who TEXT NOT NULL,
		PRIMARY KEY (dossier, passage, version)
	) STRICT;
	`
];

export const SCHEMA_VERSION = MIGRATIONS.length;
