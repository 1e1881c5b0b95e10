import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TEAM_KINDS } from '../../../src/catalog/team/team-schemas';
import { mergedWith } from '../../support/team-catalog';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/own-catalog.md'), 'utf8');
const example = /```yaml\n(.*?)```/su.exec(page)?.[1] ?? '';

describe('docs/own-catalog.md', () => {
  it('has an example that is merged without a mistake and does what the page says', () => {
    const { problems, accepted, guide } = mergedWith(example);
    expect(problems).toEqual([]);
    expect(accepted.length).toBeGreaterThan(5);
    expect(guide.lifecycles.get('llmsecops')?.stages).toHaveLength(10);
    expect(guide.risks.get('owasp-llm-2026:LLM04')?.controls).toContain('ACME-1');
    expect(guide.stages.get('llm-release')?.tools).toContain('acme-gate');
  });

  it('names every kind that a project file can hold', () => {
    const told = [...page.matchAll(/^\| `(\w+)` \|/gmu)].map((row) => row[1]);
    expect(told.sort()).toEqual([...TEAM_KINDS].sort());
  });
});

describe('the JSON schema of the project file', () => {
  const ajv = addFormats(new Ajv({ allowUnionTypes: true }));
  const schema: unknown = JSON.parse(readFileSync(join(root, 'media/mlsecops.schema.json'), 'utf8'));
  const valid = ajv.compile(schema as object);

  it('accepts the example of the page', () => {
    expect(valid(parse(example)), JSON.stringify(valid.errors)).toBe(true);
  });

  it.each([
    ['a key that is none', 'catalog: { tools: [{ id: a, sumary: b }] }'],
    ['an unknown kind', 'catalog: { hazards: [] }'],
    ['an entry without id', 'catalog: { tools: [{ title: a }] }'],
    ['a list that is a text', 'catalog: { controls: [{ id: a, stages: llm-release }] }'],
  ])('refuses %s', (_, text) => {
    expect(valid(parse(text))).toBe(false);
  });
});
