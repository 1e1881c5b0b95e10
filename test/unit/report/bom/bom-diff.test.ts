import { describe, expect, it } from 'vitest';
import { jsonBomDiff } from '../../../../src/report/bom/json-bom-diff';
import { markdownBomDiff } from '../../../../src/report/bom/markdown-bom-diff';
import { textBomDiff } from '../../../../src/report/bom/text-bom-diff';
import type { BomDiff } from '../../../../src/supplychain/bom/diff/bom-diff';
import type { BomEntry } from '../../../../src/supplychain/bom/diff/bom-entry';

const entry = (name: string, more: Partial<BomEntry> = {}): BomEntry => ({
  type: 'machine-learning-model',
  kind: 'model',
  name,
  licenses: [],
  hashes: [],
  evidence: [],
  ...more,
});

const DIFF: BomDiff = {
  added: [entry('acme/new', { version: '1', openness: 'open-weight', pinning: 'pinned', licenses: ['MIT'] })],
  removed: [{ type: 'service', name: 'gpt-4o', licenses: [], hashes: [], evidence: [] }],
  changed: [
    {
      before: entry('acme/encoder', { version: 'main' }),
      after: entry('acme/encoder', { version: '5f0b' }),
      changes: [
        { field: 'version', before: ['main'], after: ['5f0b'] },
        { field: 'licenses', before: [], after: ['MIT'] },
        { field: 'evidence', before: ['a.py:1'], after: ['b.py:2', 'c.py:3'] },
      ],
    },
  ],
  unchanged: 4,
};
const NOTHING: BomDiff = { added: [], removed: [], changed: [], unchanged: 1 };

describe('the difference of two bills', () => {
  it('as text says what was added, removed and changed', () => {
    expect(textBomDiff(DIFF, false)).toBe(
      [
        '+ model acme/new 1 (open-weight, pinned, MIT)',
        '- service gpt-4o',
        '~ model acme/encoder',
        '    version: main → 5f0b',
        '    license: nothing → MIT',
        '    found in: also b.py:2, c.py:3; no longer a.py:1',
        '',
        '1 added, 1 removed, 1 changed, 4 unchanged.',
        '',
      ].join('\n'),
    );
    expect(textBomDiff(NOTHING, false)).toBe('The bills list the same: 1 entry.\n');
  });

  it('as Markdown is a table for a pull request', () => {
    expect(markdownBomDiff(DIFF)).toContain('| added | model | acme/new 1 (open-weight, pinned, MIT) |  |');
    expect(markdownBomDiff(DIFF)).toContain('version: main → 5f0b; license: nothing → MIT');
    expect(markdownBomDiff(NOTHING)).not.toContain('|');
  });

  it('as JSON holds both sides of a change', () => {
    expect(JSON.parse(jsonBomDiff(DIFF))).toMatchObject({
      version: 1,
      changed: [{ before: { version: 'main' }, after: { version: '5f0b' } }],
      unchanged: 4,
    });
  });

  it('never lets a name become markup or move the cursor', () => {
    const odd = entry('<img src=x>|[a](javascript:b)\u001b[2J\n# c');
    const diff = { ...NOTHING, added: [odd], removed: [{ ...odd, kind: '\u001b[2J' }] };
    const row = markdownBomDiff(diff)
      .split('\n')
      .find((line) => line.startsWith('| added'));
    expect(row).toBe('| added | model | &lt;img src=x>\\|\\[a\\](javascript:b) \\[2J \\# c |  |');
    expect(textBomDiff(diff, false)).not.toContain('\u001b');
    expect(textBomDiff(diff, false).split('\n')).toHaveLength(5);
  });

  it('of a thousand new parts says how many more there are', () => {
    const added = Array.from({ length: 1000 }, (_, at) => entry(`acme/${at}`));
    expect(markdownBomDiff({ ...NOTHING, added })).toContain('And 900 more.');
  });
});
