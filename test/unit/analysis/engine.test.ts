import { describe, expect, it } from 'vitest';
import { Engine } from '../../../src/analysis/engine';
import { DEFAULT_CONFIGURATION } from '../../../src/analysis/configuration/configuration';
import { NO_PACKAGE_VERSIONS } from '../../../src/analysis/package-versions';
import type { Rule } from '../../../src/analysis/rule';
import { RULES } from '../../../src/analysis/rules/registry.generated';
import { builtInCatalog } from '../../../src/catalog/built-in';
import { builtInGuide } from '../../support/guide';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { analyzePython, testEngine } from '../../support/analyze';

const LOAD = 'import pickle\n\ndef read(data):\n    return pickle.loads(data)\n';

function severities(rules: ReadonlyMap<string, 'error' | 'warning' | 'info' | 'off'>): readonly string[] {
  return analyzePython(LOAD, { configuration: { rules } }).findings.map(({ severity }) => severity);
}

describe('configuration', () => {
  it('switches a rule off, and sets its severity', () => {
    expect(severities(new Map())).toHaveLength(1);
    expect(severities(new Map([['unsafe-pickle-load', 'off']]))).toEqual([]);
    expect(severities(new Map([['unsafe-pickle-load', 'error']]))).toEqual(['error']);
    expect(severities(new Map([['unsafe-pickle-load', 'info']]))).toEqual(['info']);
  });

  it('has presets that each hold the one before', () => {
    const active = (preset: 'recommended' | 'strict' | 'all'): ReadonlySet<string> =>
      new Set(
        testEngine({ preset })
          .triggerSets('python')
          .flatMap((words) => words.filter(({ as }) => as !== 'source').map(({ text }) => text)),
      );
    const [recommended, strict, all] = [active('recommended'), active('strict'), active('all')];
    expect([...recommended].filter((word) => !strict.has(word))).toEqual([]);
    expect([...strict].filter((word) => !all.has(word))).toEqual([]);
  });

  it('lets a team describe its own functions', () => {
    const code = 'from acme.ml import load_model\n\nmodel = load_model("org/name")\n';
    expect(analyzePython(code).findings).toEqual([]);
    const own = {
      call: 'acme.ml.load_model',
      is: 'download',
      artifact: 'model',
      hub: 'huggingface',
      source: { position: 0 },
      revision: { keyword: 'version' },
    } as const;
    const found = analyzePython(code, { configuration: { apis: [own] } }).findings;
    expect(found.map(({ ruleId }) => ruleId)).toEqual(['model-unpinned']);
  });
});

describe('a rule that fails', () => {
  it('is told as a problem, and the others go on', () => {
    const [first] = RULES;
    if (!first) throw new Error('there are no rules');
    const broken: Rule = {
      ...first,
      id: 'broken',
      languages: ['python'],
      on: {
        document: () => {
          throw new Error('planted');
        },
      },
    };
    const engine = new Engine(builtInCatalog(), [broken, ...RULES], DEFAULT_CONFIGURATION);
    const analysis = engine.analyze({
      model: new PythonFrontEnd().parse(LOAD).model,
      path: 'a.py',
      packages: NO_PACKAGE_VERSIONS,
    });
    expect(analysis.problems.map(({ message }) => message)).toEqual([
      'Rule broken failed and was left out: planted',
    ]);
    expect(analysis.findings.map(({ ruleId }) => ruleId)).toContain('unsafe-pickle-load');
  });
});

describe('trigger sets', () => {
  const sets = testEngine({ preset: 'all' }).triggerSets('python');

  it('let nothing through for a word that most Python files hold', () => {
    const common = ['import', 'os', 'open', 'load', 'get', 'json', 'self', 'numpy', 'print', 'def', 'return'];
    expect(sets.filter((words) => words.every(({ text }) => common.includes(text)))).toEqual([]);
  });
});

describe('every rule', () => {
  const catalog = builtInGuide();

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s refers to entries that exist', (_, rule) => {
    for (const id of rule.stages) expect(catalog.stages.has(id), id).toBe(true);
    for (const id of rule.risks) expect(catalog.risks.has(id), id).toBe(true);
    for (const id of rule.cwe) expect(catalog.weaknesses.has(id), id).toBe(true);
    for (const id of rule.atlas) expect(catalog.techniques.has(id), id).toBe(true);
    for (const id of rule.controls) expect(catalog.controls.has(id), id).toBe(true);
  });

  it.each(RULES.map((rule) => [rule.id, rule] as const))(
    '%s gives short messages that name the thing',
    (_, rule) => {
      for (const example of rule.examples.bad) {
        const analysis = analyzePython(example.output ? '' : example.code, {
          ...(example.versions ? { versions: example.versions } : {}),
          ...(example.output ? { outputs: [example.code] } : {}),
        });
        for (const { ruleId, message } of analysis.findings) {
          if (ruleId !== rule.id) continue;
          expect(message.length, message).toBeLessThan(320);
          expect(message).not.toContain('!');
          expect(message.split(/(?<=[.?])\s+(?=[A-Z`])/u).length, message).toBeLessThanOrEqual(3);
        }
      }
    },
  );

  it('gives its finding a fix whose result parses, without an edit outside the text', () => {
    for (const rule of RULES) {
      for (const { code, output } of rule.examples.bad) {
        if (output) continue;
        for (const { fixes } of analyzePython(code).findings) {
          for (const { edits } of fixes) {
            for (const { range } of edits) {
              expect(range.start).toBeGreaterThanOrEqual(0);
              expect(range.end).toBeLessThanOrEqual(code.length);
            }
          }
        }
      }
    }
  });
});

describe('document stages', () => {
  it('follow path, imports and findings', () => {
    expect(analyzePython('import fastapi\n', { path: 'serve.py' }).stages[0]).toBe('model-serving');
    expect(analyzePython(LOAD, { path: 'x.py' }).stages.length).toBeGreaterThan(0);
    expect(analyzePython('x = 1\n', { path: 'x.py' }).stages).toEqual([]);
  });
});
