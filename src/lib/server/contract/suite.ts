import { describe } from 'vitest';
import { describeBackups } from './backups.ts';
import type { Open } from './context.ts';
import { describeHistory } from './history.ts';
import { describeImports } from './imports.ts';
import { describeNetworks } from './networks.ts';
import { describeLists } from './lists.ts';
import { describePartners } from './partners.ts';
import { describeParts } from './parts.ts';
import { describePassages } from './passages.ts';
import { describeReading } from './reading.ts';
import { describeRefusals } from './refusals.ts';
import { describeScenarios } from './scenarios.ts';
import { describeSearch } from './search.ts';
import { describeSlices } from './slices.ts';
import { describeStatements } from './statements.ts';
import { describeUndo } from './undo.ts';
import { describeWriting } from './writing.ts';

/**
 * What every implementation of the port answers, alike to the byte. `open` gives an empty database,
 * not yet migrated; the suite closes each repository before it opens the next.
 */
export function describeRepository(name: string, open: Open): void {
	describe(name, () => {
		describe('writing', () => describeWriting(open));
		describe('writing in parts', () => describeParts(open));
		describe('refusing', () => describeRefusals(open));
		describe('undoing', () => describeUndo(open));
		describe('history', () => describeHistory(open));
		describe('reading', () => describeReading(open));
		describe('lists', () => describeLists(open));
		describe('slices', () => describeSlices(open));
		describe('partners set aside', () => describePartners(open));
		describe('scenarios', () => describeScenarios(open));
		describe('words on isolation', () => describeStatements(open));
		describe('passages of a dossier', () => describePassages(open));
		describe('search', () => describeSearch(open));
		describe('backing up', () => describeBackups(open));
		describe('importing', () => describeImports(open));
		describe('importing networks', () => describeNetworks(open));
	});
}
