import { Command, CommanderError, Option } from 'commander';
import { CliError } from './cli-error';
import { addAssessOptions, type AssessOptions } from './commands/assess-options';
import { runBaseline, type BaselineOptions } from './commands/baseline';
import { addBomOptions, type BomOptions } from './commands/bom-options';
import { runExplain } from './commands/explain';
import type { InspectOptions } from './commands/inspect';
import { addInventoryOptions, type InventoryOptions } from './commands/inventory-options';
import {
  runCrosswalk,
  runLifecycle,
  type CrosswalkOptions,
  type LifecycleOptions,
} from './commands/lifecycle';
import type { McpOptions } from './commands/mcp';
import { addReportOptions, type ReportOptions } from './commands/report-options';
import { runRules, type RulesOptions } from './commands/rules';
import { runScan } from './commands/scan';
import { addScanOptions, addSetupOptions, type ScanOptions } from './commands/scan-options';
import type { VerifyOptions } from './commands/verify';
import { addVerifyOptions } from './commands/verify-options';
import type { CliEnvironment } from './environment';
import { EXIT } from './exit-code';
import { LIFECYCLE_FORMATS } from '../report/lifecycle/lifecycle-formats';
import { toolVersion } from './tool-version';
import { writeAll } from './write-all';

/**
 * Runs the command line and gives the exit code; undefined while the language server runs, which ends the process itself.
 * Never throws: what goes wrong is told in one line on standard error.
 */
export async function runCli(
  parameters: readonly string[],
  environment: CliEnvironment,
): Promise<number | undefined> {
  let code: number | undefined = EXIT.clean;
  const program = commandLine(environment, (result) => (code = result));
  try {
    await program.parseAsync([...parameters], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.clean;
    const message = error instanceof Error ? error.message : String(error);
    // Commander has said what is wrong with the arguments itself.
    if (!(error instanceof CommanderError)) await tell(environment, message, error instanceof CliError);
    return EXIT.failed;
  }
}

function commandLine(environment: CliEnvironment, end: (code: number | undefined) => void): Command {
  const { output, errors } = environment;
  const program = new Command('mlsecops')
    .description('Finds risky ML and LLM code and says where in the lifecycle it hurts and how to fix it.')
    .version(toolVersion(), '-V, --version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void output.stream.write(text),
      writeErr: (text) => void errors.stream.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'mlsecops: ')),
    });

  addScanOptions(
    program
      .command('scan')
      .argument('[paths...]', 'files and folders (default: the working folder)')
      .description('scan code, notebooks, configuration and instructions to agents'),
  ).action(async (paths: string[], options: ScanOptions) => end(await runScan(paths, options, environment)));

  addSetupOptions(
    program
      .command('baseline')
      .argument('[paths...]', 'files and folders (default: the working folder)')
      .description('note what is found today, so that later scans show only what is new')
      .option(
        '-o, --output <file>',
        'where to note it (default: the project folder, where scan looks for it)',
      ),
  ).action(async (paths: string[], options: BaselineOptions) =>
    end(await runBaseline(paths, options, environment)),
  );

  program
    .command('inspect')
    .argument('<files...>', 'model files')
    .description('say what a model file is, what it contains and what loading it would execute')
    .addOption(new Option('-f, --format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .option('--disassemble', 'print the opcodes of pickles too')
    .action(async (files: string[], options: InspectOptions) => {
      // Loaded only when asked for: a scan has no use for it.
      const { runInspect } = await import('./commands/inspect');
      end(await runInspect(files, options, environment));
    });

  addVerifyOptions(
    program
      .command('verify')
      .argument('<model>', 'the folder of a model, or a model that is one file')
      .description('say whether a model is what was signed, and by whom'),
  ).action(async (model: string, options: VerifyOptions) => {
    const { runVerify } = await import('./commands/verify');
    end(await runVerify(model, options, environment));
  });

  addInventoryOptions(
    program
      .command('inventory')
      .argument('[paths...]', 'files and folders (default: the working folder)')
      .description('list models, data, services, agents, tools and libraries: open or closed, pinned or not'),
  ).action(async (paths: string[], options: InventoryOptions) => {
    const { runInventory } = await import('./commands/inventory');
    end(await runInventory(paths, options, environment));
  });

  addBomOptions(
    program
      .command('bom')
      .argument('[paths...]', 'a folder (default: the working folder); with --diff two bills of materials')
      .description(
        'write the AI bill of materials: models, data, services, agents, libraries and where they are used',
      ),
  ).action(async (paths: string[], options: BomOptions) => {
    const { runBom } = await import('./commands/bom');
    const { runBomDiff } = await import('./commands/bom-diff');
    end(await (options.diff ? runBomDiff : runBom)(paths, options, environment));
  });

  addAssessOptions(
    program
      .command('assess')
      .argument('[paths...]', 'a folder (default: the working folder)')
      .description('say how mature the project is, with the evidence found and the next cheapest step'),
  ).action(async (paths: string[], options: AssessOptions) => {
    const { runAssess } = await import('./commands/assess');
    end(await runAssess(paths, options, environment));
  });

  addReportOptions(
    program
      .command('report')
      .argument('[paths...]', 'files and folders (default: the working folder)')
      .description('everything that is known of a workspace as one page: findings, supply chain, maturity'),
  ).action(async (paths: string[], options: ReportOptions) => {
    const { runReport } = await import('./commands/report');
    end(await runReport(paths, options, environment));
  });

  program
    .command('rules')
    .description('list the rules')
    .addOption(
      new Option('-f, --format <format>', 'how to list them').choices(['text', 'json']).default('text'),
    )
    .action(async (options: RulesOptions) => end(await runRules(options, environment)));

  program
    .command('explain')
    .argument('<id>', 'a rule, stage, risk, weakness, technique, control, tool or role')
    .description('explain a rule or an entry of the catalog')
    .action(async (id: string) => end(await runExplain(id, environment)));

  program
    .command('lifecycle')
    .description('the lifecycle as a drawing, a page, a Mermaid block or JSON')
    .option('-l, --lifecycle <name>', 'ml or llm', 'ml')
    .option('--overlay <id>', 'what to lay over it: owasp-ml-2023, roles, openssf-tools, nist-ai-rmf, ...')
    .addOption(
      new Option('-f, --format <format>', 'what to make of it').choices(LIFECYCLE_FORMATS).default('svg'),
    )
    .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']))
    .option('-o, --output <file>', 'write it to a file')
    .action(async (options: LifecycleOptions) => end(await runLifecycle(options, environment)));

  program
    .command('crosswalk')
    .argument('<rows>', 'a framework, or stages, controls, roles, tools, threats')
    .argument('<columns>', 'what to join it with')
    .description('join two frameworks')
    .addOption(
      new Option('-f, --format <format>', 'how to write it').choices(['csv', 'markdown']).default('csv'),
    )
    .action(async (rows: string, columns: string, options: CrosswalkOptions) =>
      end(await runCrosswalk(rows, columns, options, environment)),
    );

  program
    .command('mcp')
    .description('serve coding agents over standard input and output (Model Context Protocol); reads only')
    .option('--root <folder>', 'the folder they may look at', '.')
    .action(async (options: McpOptions) => {
      const { runMcp } = await import('./commands/mcp');
      end(await runMcp(options, environment));
    });

  program
    .command('lsp')
    .description('run the language server')
    .requiredOption('--stdio', 'over standard input and output')
    .action(async () => {
      // Loaded only when asked for: a scan has no use for it.
      const { runStdio } = await import('../server/stdio');
      runStdio();
      end(undefined);
    });
  return program;
}

function tell({ errors }: CliEnvironment, message: string, expected: boolean): Promise<void> {
  const line = message.replace(/\s*\n\s*/g, ' ');
  return writeAll(errors.stream, `mlsecops: ${expected ? '' : 'internal error: '}${line}\n`);
}
