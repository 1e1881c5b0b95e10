import * as v from 'valibot';
import type { FileResult } from '../workspace/file-analysis/file-result';
import { CliError } from './cli-error';

/** Written by `mlsecops baseline` into the project's folder, and read by every scan of it. */
export const BASELINE_FILE = '.mlsecops-baseline.json';

const baselineSchema = v.object({
  version: v.literal(1),
  /** Fingerprints of known findings by file. */
  findings: v.record(v.string(), v.array(v.string())),
});

export type Baseline = v.InferOutput<typeof baselineSchema>;

/** @throws CliError when the text is no baseline */
export function parseBaseline(text: string, name: string): Baseline {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CliError(`${name} is not JSON; write a baseline with "mlsecops baseline"`);
  }
  const result = v.safeParse(baselineSchema, data);
  if (result.success) return result.output;
  throw new CliError(`${name} is not a baseline: ${result.issues[0].message}`);
}

/** The findings of a scan as a baseline. */
export function baselineOf(results: readonly FileResult[]): Baseline {
  const findings = Object.fromEntries(
    results
      .filter((result) => result.findings.length > 0)
      .map(({ path, findings: found }) => [path, found.map(({ fingerprint }) => fingerprint)]),
  );
  return { version: 1, findings };
}

export function baselineText(results: readonly FileResult[]): string {
  return `${JSON.stringify(baselineOf(results), undefined, 2)}\n`;
}

/**
 * The results without the findings that the baseline knows, and how many those were. A file that the baseline does not name
 * may be one it names that was renamed: its findings are compared with those of files that are gone.
 *
 * @param exists whether a file of the baseline is still there
 */
export function withoutKnown(
  results: readonly FileResult[],
  baseline: Baseline,
  exists: (path: string) => boolean,
): { readonly results: readonly FileResult[]; readonly known: number } {
  let known = 0;
  const ofGoneFiles = counted(
    Object.entries(baseline.findings)
      .filter(([path]) => !exists(path))
      .flatMap(([, fingerprints]) => fingerprints),
  );
  const remaining = results.map((result) => {
    const isNamed = Object.hasOwn(baseline.findings, result.path);
    const expected = isNamed ? counted(baseline.findings[result.path] ?? []) : ofGoneFiles;
    const findings = result.findings.filter(({ fingerprint }) => !takeOne(expected, fingerprint));
    known += result.findings.length - findings.length;
    return { ...result, findings };
  });
  return { results: remaining, known };
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, name: string): boolean {
  const left = counts.get(name) ?? 0;
  counts.set(name, left - 1);
  return left > 0;
}
