import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../src/catalog/catalog';
import { parseEntryRef } from '../../../src/catalog/entry-ref';
import { Relations } from '../../../src/catalog/relations';
import type { Overlay, OverlayGroup, StageOverlay } from '../../../src/diagram/overlay';
import { makeOverlay, overlayChoices } from '../../../src/diagram/overlays';
import { builtInGuide } from '../../support/guide';
import { smallGuide } from './support/small-guide';

type Workspace = Parameters<typeof makeOverlay>[3];

function overlay(guide: Guide, id: string, workspace?: Workspace): Overlay {
  const made = makeOverlay(guide, new Relations(guide), id, workspace);
  if (!made) throw new Error(`no overlay ${id}`);
  return made;
}

function at(stage: string, id: string, workspace?: Workspace): StageOverlay {
  const found = overlay(smallGuide(), id, workspace).stages.get(stage);
  if (!found) throw new Error(`no stage ${stage}`);
  return found;
}

const labels = ({ marks }: StageOverlay): string[] => marks.map(({ label }) => label);
const rows = (groups: readonly OverlayGroup[], title: string) =>
  groups.find((group) => group.title === title)?.rows.map((row) => row.title) ?? [];

describe('overlays of a small guide', () => {
  it('lists what the guide has something for, and nothing else', () => {
    const ids = overlayChoices(smallGuide()).map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['artifacts', 'signing', 'new', 'roles', 'as:DS', 'as:SP', 'frame']),
    );
    expect(ids).not.toContain('empty');
  });

  it('names an edition that a newer one replaced as such, after those in force', () => {
    const owasp = overlayChoices(smallGuide()).filter(({ id }) => ['new', 'old'].includes(id));
    expect(owasp.map(({ title }) => title)).toEqual(['Framework new 1.0', 'Framework old 1.0 (superseded)']);
  });

  it('knows no overlay of another name', () => {
    const guide = smallGuide();
    expect(makeOverlay(guide, new Relations(guide), 'as:NOBODY')).toBeUndefined();
  });

  it('says of a risk what closes it at the stage, what elsewhere, and who does it', () => {
    const [row] = at('a', 'new').groups[0]?.rows ?? [];
    expect(row?.text).toBe(
      'Closed here by: First control (C01). Closed elsewhere by C02. Who does it: Data scientist (DS).',
    );
  });

  it('finds a risk of an older edition through its twin', () => {
    const old = at('b', 'old');
    expect(labels(old)).toEqual(['X9']);
    expect(old.marks[0]?.glyph).toBe('ring');
    expect(labels(at('a', 'old'))).toEqual([]);
  });

  it('puts risks with findings first and counts them', () => {
    const guide = smallGuide({
      stages: [...smallGuide().stages.values()].map((stage) => ({ ...stage, risks: ['new:R1', 'new:R2'] })),
    });
    const found = overlay(guide, 'new', { findingsByRisk: new Map([['new:R2', new Map([['a', 3]])]]) });
    expect(found.stages.get('a')?.marks.map(({ label, title }) => `${label}: ${title}`)).toEqual([
      'R2: R2:2026 Risk R2, 3 findings',
      'R1: R1:2026 Risk R1',
    ]);
    expect(found.stages.get('b')?.marks.map(({ label }) => label)).toEqual(['R1', 'R2']);
  });

  it('tells the risks of a stage in a sentence', () => {
    expect(at('a', 'new').spoken).toBe('1 risk: R1');
  });

  it('shows where something is only verified', () => {
    expect(labels(at('b', 'signing'))).toEqual(['verify']);
    expect(at('a', 'signing').weight).toBe(0);
  });

  it('gives each role its letters, the one that leads first', () => {
    expect(at('a', 'roles').marks.map(({ label, title }) => `${label} = ${title}`)).toEqual([
      'DS R = Data scientist: leads and responsible',
      'SP A = Security engineer: supports and accountable',
    ]);
  });

  it('keeps only what concerns a role', () => {
    expect(labels(at('a', 'as:SP'))).toEqual(['supports', 'accountable 1']);
    expect(at('b', 'as:SP').weight).toBe(0);
    expect(at('b', 'as:SP').spoken).toBe('nothing for this role');
  });

  it('tells closed gaps by their tool and open ones by their number', () => {
    expect(labels(at('a', 'openssf-tools'))).toEqual(['Signer']);
    expect(labels(at('b', 'openssf-tools'))).toEqual(['1 open']);
    expect(rows(overlay(smallGuide(), 'openssf-tools').groups, 'Gaps that stay open')).toEqual(['Evasion']);
  });

  it('marks the items of a stage; those reached through a control are listed and counted, not marked', () => {
    const frame = at('a', 'frame');
    expect(labels(frame)).toEqual(['A.1', '1 by control']);
    expect(frame.groups.map(({ title, rows: list }) => [title, list.map(({ label }) => label)])).toEqual([
      ['A Item A', ['A.1']],
      ['Reached through controls of this stage', ['A.2']],
    ]);
  });

  it('says what a framework is made of, heading by heading', () => {
    const [group] = overlay(smallGuide(), 'frame').groups;
    expect(group?.title).toBe('What it is made of');
    expect(group?.rows.map(({ label }) => label)).toEqual(['A']);
  });

  it('says why an item has no place in the lifecycle', () => {
    const group = overlay(smallGuide(), 'frame').groups.find(({ title }) => title === 'Without a stage');
    expect(group?.rows.map(({ label, text }) => [label, text])).toEqual([['A.3', 'It is about buildings.']]);
  });

  it('draws many items of one heading as one mark with their number', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      ...[...smallGuide().items.values()][1],
      id: `frame:A.${index}`,
      label: `A.${index}`,
    }));
    const guide = smallGuide({ items: [...[...smallGuide().items.values()].slice(0, 1), ...many] });
    expect(labels(overlay(guide, 'frame').stages.get('a') as StageOverlay)).toEqual(['A ×8']);
  });
});

describe('overlays of the built-in guide', () => {
  const guide = builtInGuide();
  const relations = new Relations(guide);
  const made = overlayChoices(guide).map(({ id, title }) => {
    const one = makeOverlay(guide, relations, id);
    if (!one) throw new Error(`no overlay ${id}`);
    return { id, title, one };
  });

  it.each([
    'artifacts',
    'signing',
    'open-closed',
    'openssf-tools',
    'owasp-ml-2023',
    'owasp-llm-2025',
    'owasp-llm-2026',
    'owasp-agentic-2026',
    'threats',
    'roles',
    'as:DS',
    'maturity',
    'compare',
    'nist-ai-rmf',
    'nist-ssdf-1.1',
    'nist-218a',
    'csa-aicm',
    'maestro',
    'mitre-atlas',
    'slsa',
    'cwe',
    'osps-baseline',
  ])('has %s', (id) => {
    // prettier-ignore
    expect(made.map((one) => one.id)).toContain(id);
  });

  it.each(made)('$id looks at every stage and marks at least one', ({ one }) => {
    expect([...one.stages.keys()]).toEqual([...guide.stages.keys()]);
    expect([...one.stages.values()].some(({ marks }) => marks.length > 0)).toBe(true);
  });

  it.each(made)('$id has marks of at most 14 characters that say more in their title', ({ one }) => {
    for (const { marks } of one.stages.values()) {
      for (const { label, title } of marks) {
        expect(label.length).toBeLessThanOrEqual(14);
        expect(label).not.toBe('');
        expect(title.length).toBeGreaterThanOrEqual(label.replace(/ ×\d+$/, '').replace(/…$/, '').length);
      }
    }
  });

  it.each(made)('$id leads only to entries that exist', ({ one }) => {
    const all = [...one.stages.values()].flatMap(({ marks, groups }) => [
      ...marks,
      ...groups.flatMap((g) => g.rows),
    ]);
    for (const { ref } of [...all, ...one.groups.flatMap((group) => group.rows)]) {
      const parsed = ref === undefined ? undefined : parseEntryRef(ref);
      if (ref !== undefined) expect(parsed && guide[parsed.kind].has(parsed.id), ref).toBe(true);
    }
  });

  it.each(made)('$id explains every sign it draws, and calls a stage empty only when it is', ({ one }) => {
    const explained = new Set(one.legend.map(({ glyph }) => glyph));
    for (const { marks, weight } of one.stages.values()) {
      for (const { glyph } of marks) expect(explained).toContain(glyph);
      expect(weight === 0).toBe(marks.length === 0);
    }
  });

  it('shows ML06 exactly where stages name it', () => {
    const ml = made.find(({ id }) => id === 'owasp-ml-2023')?.one;
    const with06 = [...(ml?.stages ?? [])].filter(([, { marks }]) =>
      marks.some(({ label }) => label === 'ML06'),
    );
    expect(with06.map(([id]) => id)).toEqual(
      [...guide.stages.values()]
        .filter(({ risks }) => risks.includes('owasp-ml-2023:ML06'))
        .map(({ id }) => id),
    );
  });
});
