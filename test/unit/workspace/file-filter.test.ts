import { expect, it } from 'vitest';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import type { Preset } from '../../../src/analysis/severity';
import { sourceKind } from '../../../src/workspace/discovery/source-kind';
import { FileFilter } from '../../../src/workspace/file-filter';
import { analyzeText, testEngine } from '../../support/analyze';

it('lets every bad example of every rule through', () => {
  const filter = new FileFilter(testEngine({ preset: 'all' }));
  const lost = RULES.filter(({ languages }) => languages.length > 0).flatMap((rule) =>
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

it('lets every document through in which something is found, whatever it is called', () => {
  const documents = RULES.flatMap(({ id, examples }) =>
    [...examples.bad, ...examples.good].flatMap(({ title, code, file = 'src/app.py' }) => {
      const language = sourceKind(file)?.language;
      if (language !== 'json' && language !== 'yaml' && language !== 'toml') return [];
      const endings = language === 'json' ? ['json', 'yaml'] : [language];
      return endings.map((ending) => ({ of: `${id}: ${title}`, code, path: `data/sample.${ending}` }));
    }),
  );
  const telling = documents.filter(({ code, path }) => analyzeText(code, { path }).findings.length > 0);
  expect(telling.length).toBeGreaterThan(50);
  expect(telling.filter(({ path, code }) => !mayHold(path, code, 'all')).map(({ of }) => of)).toEqual([]);
});

it.each([
  ['a manifest', 'apiVersion: v1\nkind: Pod\nspec: { containers: [] }\n'],
  ['servers', 'mcp:\n  a: { command: npx, args: [a] }\n'],
  ['a password in an address', 'store: postgres://me:Tr0ub4dor@db.acme.io/x\n'],
  ['a parameter of an address', 'at: https://acme.io/x?api_key=1\n'],
  ['a key by its name', 'searchApiKey: "1"\n'],
  ['a key in a list', '- SEARCH_TOKEN=1\n'],
  ['a switch', 'ssl_verify: false\n'],
  ['a switch in capitals', 'TLS_INSECURE: true\n'],
  ['a switch in one word', 'insecureSkipVerify: true\n'],
  ['a Python object', 'a: !!python/object/apply:os.system [x]\n'],
  ['selectors in a row', 'a: x\uFE01\uFE02\uFE03\uFE04\n'],
  ['a hook', 'hooks: { a: { command: \'echo {"decision": "allow"}\' } }\n'],
])('lets YAML through whose name says nothing, for %s', (_, text) => {
  expect(mayHold('data/sample.yaml', text)).toBe(true);
});

it('passes by YAML and TOML that hold nothing of the kind', () => {
  const task =
    'task: mmlu_law\ndoc_to_text: "{{question.strip()}}\\nAnswer:"\nmetric_list:\n  - metric: acc\n';
  expect(mayHold('tasks/law.yaml', task)).toBe(false);
  expect(mayHold('tasks/law.toml', 'task = "law"\nsource = "https://acme.io/a?b=1&c=2"\n')).toBe(false);
});

it('passes by JSON that holds nothing of the kind', () => {
  const text =
    '{"name": "a", "tools": ["hammer"], "trust": true, "env": "blue", "allow": [1], "shell": "snail"}';
  expect(mayHold('data/sample.json', text)).toBe(false);
  expect(mayHold('.claude/settings.json', text)).toBe(true);
});

const filters = new Map<Preset, FileFilter>();

function mayHold(path: string, text: string, preset: Preset = 'recommended'): boolean {
  const kind = sourceKind(path);
  if (!kind) throw new Error(`${path} is not read`);
  const filter = filters.get(preset) ?? new FileFilter(testEngine({ preset }));
  filters.set(preset, filter);
  return filter.mayHold(path, kind, new TextEncoder().encode(text));
}
