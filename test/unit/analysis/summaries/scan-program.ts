import {
  DEFAULT_CONFIGURATION,
  type Configuration,
} from '../../../../src/analysis/configuration/configuration';
import { InProcessAnalyzer } from '../../../../src/workspace/file-analysis/in-process-analyzer';
import type { LocatedFinding } from '../../../../src/workspace/file-analysis/file-result';
import { scan, type ScanSummary } from '../../../../src/workspace/scan';
import { MemoryFileSystem } from '../../workspace/support/memory-file-system';

/** A program of several files, by their paths. */
export type Program = Readonly<Record<string, string>>;

/** Scans a program as a workspace. */
export async function scanProgram(
  program: Program,
  configuration: Partial<Configuration> = {},
): Promise<ScanSummary> {
  const fileSystem = new MemoryFileSystem(
    Object.fromEntries(Object.entries(program).map(([path, text]) => [`/p/${path}`, text])),
  );
  return scan({
    fileSystem,
    root: '/p',
    configuration: { ...DEFAULT_CONFIGURATION, ...configuration },
    analyzer: new InProcessAnalyzer(fileSystem),
  });
}

/** What a person sees: `main.py:3 model-output-executed`, sorted by file and line. */
export async function findingsIn(
  program: Program,
  configuration: Partial<Configuration> = {},
): Promise<readonly string[]> {
  const { results } = await scanProgram(program, configuration);
  return results.flatMap(({ path, findings }) =>
    findings.map(({ ruleId, location }) => `${path}:${location.start.line + 1} ${ruleId}`),
  );
}

/** The only finding in a file. */
export async function onlyFindingIn(program: Program, path: string): Promise<LocatedFinding> {
  const { results } = await scanProgram(program);
  const findings = results.find((result) => result.path === path)?.findings ?? [];
  const [finding] = findings;
  if (!finding || findings.length !== 1)
    throw new Error(`${path}: ${findings.length} findings instead of one`);
  return finding;
}
