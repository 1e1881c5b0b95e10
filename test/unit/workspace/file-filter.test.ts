import { expect, it } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { sourceKind } from '../../../src/workspace/discovery/source-kind';
import { FileFilter } from '../../../src/workspace/file-filter';
import { testEngine } from '../../support/analyze';

it('lets every bad example of every rule through', () => {
  const filter = new FileFilter(testEngine({ preset: 'all' }));
  const lost = RULES.flatMap((rule) =>
    rule.examples.bad.flatMap(({ title, code, output, file = 'src/app.py' }) => {
      const kind = sourceKind(file);
      if (!kind) return [`${rule.id}: ${file} is not read`];
      const text = output ? JSON.stringify(code) : code;
      const isKept = filter.mayHold(
        file,
        output ? { ...kind, isNotebook: true } : kind,
        new TextEncoder().encode(text),
      );
      return isKept ? [] : [`${rule.id}: ${title}`];
    }),
  );
  expect(lost).toEqual([]);
});

it.each([
  ['servers', '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "a"]}}}'],
  ['a permission', '{"permissions": {"defaultMode": "bypassPermissions"}}'],
  ['a switch', '{"client": {"verify_ssl": false}}'],
  ['a class to make', '{"model": {"_target_": "os.system"}}'],
  ['a task', '{"tasks": [{"label": "a", "runOptions": {"runOn": "folderOpen"}}]}'],
])('lets JSON through whose name says nothing, for %s', (_, text) => {
  expect(mayHold('data/sample.json', text)).toBe(true);
});

it('passes by JSON that holds nothing of the kind', () => {
  const text =
    '{"name": "a", "tools": ["hammer"], "trust": true, "env": "blue", "allow": [1], "shell": "snail"}';
  expect(mayHold('data/sample.json', text)).toBe(false);
  expect(mayHold('.claude/settings.json', text)).toBe(true);
});

function mayHold(path: string, text: string): boolean {
  const kind = sourceKind(path);
  if (!kind) throw new Error(`${path} is not read`);
  return new FileFilter(testEngine({ preset: 'recommended' })).mayHold(
    path,
    kind,
    new TextEncoder().encode(text),
  );
}
