import { Command, CommanderError, Option } from 'commander';
import { m } from '#lib/i18n/paraglide/messages.js';
import { backup } from './commands/backup.ts';
import { check } from './commands/check.ts';
import { exportNetwork, type ExportOptions } from './commands/export.ts';
import { importFiles } from './commands/import.ts';
import type { ImportOptions } from './import/options.ts';
import { indicators, type IndicatorOptions } from './commands/indicators.ts';
import { layout } from './commands/layout.ts';
import { projects } from './commands/projects.ts';
import { restore } from './commands/restore.ts';
import { seed, type Filling } from './commands/seed.ts';
import { undo } from './commands/undo.ts';
import { refusalOf, type Context, type Environment } from './context.ts';
import { EXIT, Refusal, Terminal, type Channel, type ExitCode } from './terminal.ts';

const MOST_STRUCTURES = 100_000;

function wholeNumber(option: string, value: string, min: number, max: number): number {
	const number = Number(value);
	if (/^\d+$/.test(value) && number >= min && number <= max) return number;
	throw new Refusal(EXIT.wrongCall, [m.cli_not_a_whole_number({ option, value, min, max })]);
}

interface SeedOptions {
	starter?: true;
	empty?: true;
	fictional?: string;
	randomSeed?: string;
}

function fillingOf({ starter, empty, fictional, randomSeed }: SeedOptions): Filling {
	if ([starter, empty, fictional].filter((choice) => choice !== undefined).length > 1)
		throw new Refusal(EXIT.wrongCall, [m.cli_seed_one_choice()]);
	if (fictional === undefined) {
		if (randomSeed !== undefined) throw new Refusal(EXIT.wrongCall, [m.cli_seed_random_alone()]);
		return { kind: empty ? 'empty' : 'starter' };
	}
	return {
		kind: 'fictional',
		structures: wholeNumber('--fictional', fictional, 1, MOST_STRUCTURES),
		randomSeed: wholeNumber('--random-seed', randomSeed ?? '1', 0, Number.MAX_SAFE_INTEGER)
	};
}

interface LayoutOptions {
	project?: string;
	all?: true;
}

function projectOf({ project, all }: LayoutOptions): string | undefined {
	if (project !== undefined && all) throw new Refusal(EXIT.wrongCall, [m.cli_layout_one_choice()]);
	return project;
}

const TITLES: Readonly<Record<string, () => string>> = {
	'Usage:': m.cli_usage,
	'Options:': m.cli_options,
	'Commands:': m.cli_commands
};

function revisionOf(value: string | undefined): number {
	if (value !== undefined && /^[1-9]\d{0,9}$/.test(value)) return Number(value);
	throw new Refusal(EXIT.wrongCall, [m.import_cli_undo_number()]);
}

/** A command that helps in the current language and never ends the process by itself. */
function command(name: string, about: string): Command {
	return new Command(name)
		.description(about)
		.helpOption('-h, --help', m.cli_help())
		.usage(m.cli_usage_options())
		.helpCommand(false)
		.exitOverride()
		.configureHelp({
			styleTitle: (title) => TITLES[title]?.() ?? title,
			subcommandTerm: (each) => each.name()
		});
}

function build(context: () => Context): Command {
	const json = () => new Option('--json', m.cli_json());
	const program = command('maillage', m.cli_about()).usage(m.cli_usage_all());
	program.addCommand(
		command('seed', m.cli_seed_about())
			.option('--starter', m.cli_seed_starter())
			.option('--empty', m.cli_seed_empty())
			.option('--fictional <N>', m.cli_seed_fictional())
			.option('--random-seed <S>', m.cli_seed_random_seed())
			.addOption(json())
			.action((options: SeedOptions) => seed(context(), fillingOf(options)))
	);
	program.addCommand(
		command('projects', m.cli_projects_about())
			.addOption(json())
			.action(() => projects(context()))
	);
	program.addCommand(
		command('indicators', m.figures_cli_about())
			.option('--project <SLUG>', m.cli_layout_project())
			.option('--region <CODE>', m.figures_cli_region_about())
			.addOption(json())
			.action((options: IndicatorOptions) => indicators(context(), options))
	);
	program.addCommand(
		command('layout', m.cli_layout_about())
			.option('--project <SLUG>', m.cli_layout_project())
			.option('--all', m.cli_layout_all())
			.addOption(json())
			.action((options: LayoutOptions) => layout(context(), projectOf(options)))
	);
	program.addCommand(
		command('check', m.cli_check_about())
			.option('--seed', m.cli_check_seed())
			.addOption(json())
			.action((options: { seed?: true }) => check(context(), { seedOnly: options.seed === true }))
	);
	program.addCommand(
		command('import', m.import_cli_about())
			.usage(m.import_cli_usage())
			.argument('[files...]')
			.option('--format <FORMAT>', m.import_cli_format())
			.option('--project <SLUG>', m.import_cli_project())
			.option('--mapping <FILE>', m.import_cli_mapping())
			.option('--save-mapping <FILE>', m.import_cli_save_mapping())
			.option('--skip-refused', m.import_cli_skip_refused())
			.option('--dry-run', m.import_cli_dry_run())
			.option('--by <NAME>', m.import_cli_by())
			.addOption(json())
			.action((files: string[], options: ImportOptions) => importFiles(context(), files, options))
	);
	program.addCommand(
		command('export', m.export_cli_about())
			.usage(m.export_cli_usage())
			.option('--project <SLUG>', m.export_cli_project())
			.option('--region <CODE>', m.export_cli_region())
			.option('--format <FORMAT>', m.export_cli_format())
			.option('-o, --output <FILE>', m.export_cli_output())
			.option('--registers', m.export_cli_registers())
			.addOption(json())
			.action((options: ExportOptions) => exportNetwork(context(), options))
	);
	program.addCommand(
		command('undo', m.import_cli_undo_about())
			.usage(m.import_cli_undo_usage())
			.argument('[revision]')
			.option('--by <NAME>', m.import_cli_by())
			.addOption(json())
			.action((revision: string | undefined, options: { by?: string }) =>
				undo(context(), revisionOf(revision), options)
			)
	);
	program.addCommand(
		command('backup', m.backup_cli_about())
			.usage(m.backup_cli_usage())
			.argument('[file]')
			.addOption(json())
			.action((file: string | undefined) => backup(context(), file))
	);
	program.addCommand(
		command('restore', m.backup_cli_restore_about())
			.usage(m.backup_cli_usage())
			.argument('[file]')
			.option('--replace', m.backup_cli_replace())
			.addOption(json())
			.action((file: string | undefined, options: { replace?: boolean }) =>
				restore(context(), file, options)
			)
	);
	return program;
}

/** Commander's complaint about a call, in our words. */
function callRefusal(error: CommanderError, name: string): Refusal {
	const value = /'([^']*)'/.exec(error.message)?.[1]?.split(/[ ,]/)[0] ?? '';
	const command = name.startsWith('-') ? '' : name;
	const sentence: Readonly<Record<string, string>> = {
		'commander.unknownCommand': m.cli_unknown_command({ value }),
		'commander.unknownOption': m.cli_unknown_option({ value, command }),
		'commander.optionMissingArgument': m.cli_option_needs_value({ value, command }),
		'commander.excessArguments': m.cli_excess({ command })
	};
	return new Refusal(EXIT.wrongCall, [sentence[error.code] ?? m.cli_wrong_call()]);
}

/**
 * Runs one command line to its end. Anything nobody foresaw is thrown.
 *
 * @param argv what follows the program's name
 */
export async function run(
	argv: readonly string[],
	{ env, out, err }: { env: Environment; out: Channel; err: Channel }
): Promise<ExitCode> {
	const terminal = new Terminal(out, err, argv.includes('--json'));
	const program = build(() => ({ terminal, env }));
	for (const each of [program, ...program.commands])
		each.configureOutput({
			writeOut: (text) => out.write(text),
			writeErr: (text) => err.write(text),
			outputError: () => undefined
		});
	try {
		if (argv.length === 0) {
			program.outputHelp();
			return EXIT.done;
		}
		await program.parseAsync([...argv], { from: 'user' });
		return EXIT.done;
	} catch (error) {
		if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
		const refusal =
			error instanceof CommanderError ? callRefusal(error, argv[0] ?? '') : refusalOf(error);
		if (!refusal) throw error;
		terminal.refuse(refusal);
		return refusal.exit;
	}
}
