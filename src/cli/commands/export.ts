import { basename, dirname, extname, join } from 'node:path';
import type { Scope } from '#lib/domain/scope.ts';
import { exportFiles } from '#lib/export/files.ts';
import { EXPORT_FORMATS, type ExportFormat, type NetworkExport } from '#lib/export/model.ts';
import { dateLabel, regionLabel } from '#lib/i18n/labels.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { takeawayWords } from '#lib/i18n/takeaway-words.ts';
import { takeNetwork, type NetworkTaken } from '#lib/server/export/network-export.ts';
import { isFictionalOrigin } from '#lib/server/seed/fictional/change-set.ts';
import { withRepository, type Context } from '../context.ts';
import { EXIT, Refusal } from '../terminal.ts';
import { writeWhole } from '../write-whole.ts';

export interface ExportOptions {
	project?: string;
	region?: string;
	format?: string;
	output?: string;
	registers?: true;
}

interface Asked {
	scope: Scope;
	format: ExportFormat;
	output: string;
	registers: boolean;
}

function formatOf({ format }: ExportOptions): ExportFormat {
	const known = EXPORT_FORMATS.find((each) => each === format);
	if (known) return known;
	const list = EXPORT_FORMATS.join(', ');
	throw new Refusal(EXIT.wrongCall, [
		format === undefined
			? m.export_format_needed({ list })
			: m.export_format_unknown({ format, list })
	]);
}

function askedIn(options: ExportOptions): Asked {
	const { project, region, output, registers = false } = options;
	if (project !== undefined && region !== undefined)
		throw new Refusal(EXIT.wrongCall, [m.figures_cli_one_choice()]);
	const format = formatOf(options);
	if (output === undefined || output === '')
		throw new Refusal(EXIT.wrongCall, [m.export_output_needed()]);
	const scope: Scope =
		project !== undefined
			? { kind: 'project', id: project }
			: region !== undefined
				? { kind: 'region', code: region }
				: { kind: 'all' };
	return { scope, format, output, registers };
}

const unknownScope = (scope: Scope): Refusal =>
	new Refusal(EXIT.wrongCall, [
		scope.kind === 'project'
			? m.cli_layout_unknown({ id: scope.id })
			: m.figures_cli_region({ code: scope.kind === 'region' ? scope.code : '' })
	]);

function titleOf(scope: Scope, { network }: NetworkTaken): string {
	if (scope.kind === 'project') return network.project?.name ?? scope.id;
	return scope.kind === 'region' ? regionLabel(scope.code) : m.export_everything();
}

/** What the file is called, and for two tables the second's name: `FILE` holds the structures. */
function pathsOf(output: string, edges: string): [string, string] {
	const extension = extname(output);
	const stem = basename(output, extension);
	return [output, join(dirname(output), `${stem}-${edges}${extension}`)];
}

const bytesOf = async (content: string | Blob): Promise<Uint8Array> =>
	typeof content === 'string' ? Buffer.from(content) : new Uint8Array(await content.arrayBuffer());

/** `maillage export`: a network in one format, in a file that is whole or not there. */
export const exportNetwork = (context: Context, options: ExportOptions): Promise<void> => {
	const { scope, format, output, registers } = askedIn(options);
	const { terminal } = context;
	return withRepository(context, async (repository) => {
		terminal.step(m.export_reading());
		const taken = await takeNetwork(repository, scope, { registers });
		if (!taken) throw unknownScope(scope);
		const fictional = isFictionalOrigin(await repository.revision(1));
		const { network, ...rest } = taken;
		const title = titleOf(scope, taken);
		const given: NetworkExport = {
			...rest,
			title,
			licence: fictional ? m.takeaway_licence_fictional() : m.takeaway_licence(),
			about: [{ name: m.takeaway_about_network(), value: dateLabel(network.day) }]
		};
		terminal.step(m.export_writing());
		const words = takeawayWords();
		const files = await exportFiles(format, given, { stem: '', ...words });
		const paths = pathsOf(output, words.edges).slice(0, files.length);
		const contents = await Promise.all(files.map(({ content }) => bytesOf(content)));
		const bytes = await writeWhole(
			paths.map((path, i) => ({ path, chunks: [contents[i] ?? new Uint8Array()] }))
		);
		const counts = { nodes: network.nodes.length, edges: network.edges.length };
		terminal.result([m.export_done({ ...counts, files: paths.join(', ') })], {
			...{ scope, title, format, day: network.day, revision: network.revision, ...counts },
			files: paths.map((path, i) => ({ path, bytes: bytes[i] ?? 0 }))
		});
	});
};
