import { builtInCatalog } from '../../src/catalog/built-in';
import { DEFAULT_CONFIGURATION } from '../../src/analysis/configuration/configuration';
import type { RuleExample } from '../../src/analysis/rule';
import { Excerpts } from '../../src/workspace/file-analysis/excerpts';
import type { LocatedFinding } from '../../src/workspace/file-analysis/file-result';
import { ModelAnalysis } from '../../src/workspace/model-files/model-analysis';
import { MemoryFileSystem } from '../unit/workspace/support/memory-file-system';

/** What a scan finds in the model file of an example. */
export async function scanModelExample({
  code,
  file = 'model.pkl',
}: RuleExample): Promise<readonly LocatedFinding[]> {
  const fileSystem = new MemoryFileSystem({ [`/p/${file}`]: code });
  const models = new ModelAnalysis(fileSystem, '/p', DEFAULT_CONFIGURATION, new Excerpts(builtInCatalog()));
  const outcome = await models.analyze(file, { model: 'named' });
  return outcome.kind === 'result' ? outcome.result.findings : [];
}
