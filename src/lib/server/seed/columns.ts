/** How the text of a cell becomes a value. */
export type CellKind = 'text' | 'list' | 'number' | 'boolean';

export interface Table {
	file: string;
	/** Columns that must be there; the others may be left out of the file. */
	needed: readonly string[];
	/** Every column we know, with what its cells hold. */
	columns: Readonly<Record<string, CellKind>>;
}

const place = {
	commune: 'text',
	codeInsee: 'text',
	postalCode: 'text',
	departement: 'text',
	region: 'text',
	lat: 'number',
	lon: 'number',
	placePrecision: 'text'
} as const;

/** The files of a seed folder, in the order they are read. The format is told in `seed/README.md`. */
export const TABLES = {
	sources: {
		file: 'sources.csv',
		needed: ['id', 'name'],
		columns: {
			id: 'text',
			name: 'text',
			description: 'text',
			publisher: 'text',
			publisherId: 'text',
			year: 'number',
			url: 'text',
			section: 'text',
			accessed: 'text'
		}
	},
	territories: {
		file: 'territories.csv',
		needed: ['id', 'level', 'code', 'name'],
		columns: {
			id: 'text',
			level: 'text',
			code: 'text',
			name: 'text',
			description: 'text',
			partOf: 'list',
			population: 'number',
			lat: 'number',
			lon: 'number'
		}
	},
	organisations: {
		file: 'organisations.csv',
		needed: ['id', 'label', 'kind', 'name', 'sources'],
		columns: {
			id: 'text',
			label: 'text',
			kind: 'text',
			name: 'text',
			legalForm: 'text',
			ess: 'boolean',
			siren: 'text',
			siret: 'text',
			finess: 'text',
			rna: 'text',
			...place,
			code: 'text',
			foundedYear: 'number',
			website: 'text',
			services: 'list',
			publics: 'list',
			description: 'text',
			collectionNote: 'text',
			sources: 'list'
		}
	},
	projects: {
		file: 'projects.csv',
		needed: ['id', 'kind', 'name', 'status', 'coverage', 'sources'],
		columns: {
			id: 'text',
			kind: 'text',
			name: 'text',
			description: 'text',
			status: 'text',
			region: 'text',
			territoryText: 'text',
			communes: 'list',
			codesInsee: 'list',
			startYear: 'number',
			endYear: 'number',
			objectives: 'text',
			accessDimensions: 'list',
			services: 'list',
			publics: 'list',
			economicModel: 'list',
			evaluation: 'text',
			figures: 'list',
			coverage: 'text',
			sources: 'list',
			factsSources: 'list'
		}
	},
	resources: {
		file: 'resources.csv',
		needed: ['id', 'kind', 'name', 'sources'],
		columns: {
			id: 'text',
			kind: 'text',
			name: 'text',
			description: 'text',
			capacity: 'text',
			projectId: 'text',
			...place,
			sources: 'list'
		}
	},
	relations: {
		file: 'relations.csv',
		needed: ['id', 'type', 'source', 'target', 'how', 'sources'],
		columns: {
			id: 'text',
			type: 'text',
			source: 'text',
			target: 'text',
			detail: 'text',
			since: 'text',
			until: 'text',
			intensity: 'text',
			amountEur: 'number',
			amountPeriod: 'text',
			stage: 'text',
			projectId: 'text',
			resourceId: 'text',
			how: 'text',
			sources: 'list'
		}
	}
} as const satisfies Record<string, Table>;
export type TableName = keyof typeof TABLES;
