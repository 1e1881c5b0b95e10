import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleExample } from '../../src/analysis/rule';
import { RULES } from '../../src/analysis/rules/registry.generated';
import { readKnownParts } from '../../src/supplychain/openness/read-known-parts';
import { InProcessAnalyzer } from '../../src/workspace/file-analysis/in-process-analyzer';
import type { LocatedFinding } from '../../src/workspace/file-analysis/file-result';
import { loadConfiguration } from '../../src/workspace/load-configuration';
import { scanWithPolicy } from '../../src/workspace/survey/scan-with-policy';
import { MemoryFileSystem } from '../unit/workspace/support/memory-file-system';

const KNOWN_PARTS = join(__dirname, '../../src/catalog/known-parts.generated.json');

/** What a scan finds in a project of one file and a policy. */
export async function scanPolicyExample({
  code,
  file = 'src/app.py',
  policy = '',
}: RuleExample): Promise<readonly LocatedFinding[]> {
  const fileSystem = new MemoryFileSystem({ [`/p/${file}`]: code, '/p/.mlsecops.yaml': policy });
  const loaded = await loadConfiguration(fileSystem, '/p', RULES);
  if (loaded.problems.length > 0) throw new Error(loaded.problems.map(({ message }) => message).join('; '));
  const { results } = await scanWithPolicy({
    fileSystem,
    root: '/p',
    configuration: loaded.configuration,
    analyzer: new InProcessAnalyzer(fileSystem),
    known: readKnownParts(readFileSync(KNOWN_PARTS, 'utf8')),
    policy: loaded.policy.policy,
    today: '2026-11-23',
  });
  return results.flatMap(({ findings }) => findings);
}
