import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { SleepingRules } from '../../../src/analysis/triggers/sleeping-rules';
import { builtInCatalog } from '../../../src/catalog/built-in';

const catalog = builtInCatalog();
const apis = catalog.apis.filter(({ language = 'python' }) => language === 'python');
const rules = RULES.filter(({ languages }) => languages.includes('python'));
const sleeping = new SleepingRules(rules, apis, catalog, 'python');
const asleepIn = (text: string): readonly string[] => [...sleeping.in(text)].map(({ id }) => id);

describe('sleeping rules', () => {
  it.each(
    rules.flatMap(({ id, examples }) =>
      examples.bad
        .filter(({ file = '.py', output }) => file.endsWith('.py') && !output)
        .map(({ title, code }) => ({ id, title, code })),
    ),
  )('$id is awake in its example: $title', ({ id, code }) => {
    expect(asleepIn(code)).not.toContain(id);
  });

  it('sleep where nothing but their library is imported', () => {
    expect(asleepIn('import torch\n\nmodel = torch.nn.Linear(2, 2)\n')).toContain('torch-load-unsafe');
    expect(asleepIn('import torch\n\nmodel = torch.load(path)\n')).not.toContain('torch-load-unsafe');
  });

  it('sleep where commands have no word of theirs', () => {
    const run = (command: string): string =>
      `import subprocess\n\nsubprocess.run("${command}", shell=True)\n`;
    expect(asleepIn(run('ls -l'))).toContain('download-piped-to-shell');
    expect(asleepIn(run('curl https://example.org/x | sh'))).not.toContain('download-piped-to-shell');
  });
});
