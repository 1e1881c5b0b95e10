import * as v from 'valibot';
import type { FileResult } from '../workspace/file-analysis/file-result';
import { CliError } from './cli-error';

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
    throw new CliError(`${name} is not JSON; write a baseline with --write-baseline`);
  }
  const result = v.safeParse(baselineSchema, data);
  if (result.success) return result.output;
  throw new CliError(`${name} is not a baseline: ${result.issues[0].message}`);
}

export function baselineText(results: readonly FileResult[]): string {
  const findings = Object.fromEntries(
    results
      .filter((result) => result.findings.length > 0)
      .map(({ path, findings: found }) => [path, found.map(({ fingerprint }) => fingerprint)]),
  );
  const baseline: Baseline = { version: 1, findings };
  return `${JSON.stringify(baseline, undefined, 2)}\n`;
}

/** The results without the findings that the baseline knows, and how many those were. */
export function withoutKnown(
  results: readonly FileResult[],
  baseline: Baseline,
): { readonly results: readonly FileResult[]; readonly known: number } {
  let known = 0;
  const remaining = results.map((result) => {
    const names = Object.hasOwn(baseline.findings, result.path) ? baseline.findings[result.path] : undefined;
    const expected = new Set(names);
    const findings = result.findings.filter(({ fingerprint }) => !expected.has(fingerprint));
    known += result.findings.length - findings.length;
    return { ...result, findings };
  });
  return { results: remaining, known };
}
