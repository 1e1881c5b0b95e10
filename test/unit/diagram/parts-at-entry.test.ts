import { describe, expect, it } from 'vitest';
import { Relations } from '../../../src/catalog/relations';
import { makeOverlay } from '../../../src/diagram/overlays';
import type { WorkspacePart } from '../../../src/diagram/workspace-part';
import { builtInGuide } from '../../support/guide';

const guide = builtInGuide();
const relations = new Relations(guide);
const part = (name: string, more: Partial<WorkspacePart> = {}): WorkspacePart => ({
  ...{
    id: `id of ${name}`,
    name,
    kind: 'hosted model',
    note: 'closed service',
    glyph: 'square',
    tone: 'model',
  },
  ...{ entryPoint: 'hosted-model', stages: ['llm-operate'] },
  ...more,
});
const overlay = (parts: readonly WorkspacePart[]) =>
  makeOverlay(guide, relations, 'open-closed', { findingsByRisk: new Map(), parts });

describe('Open and closed', () => {
  it('shows how many parts of the workspace come in at a stage, and lists them', () => {
    const stage = overlay([part('gpt-4o'), part('claude')])?.stages.get('llm-operate');
    expect(stage?.marks[0]).toMatchObject({ glyph: 'square', label: '2 in use' });
    expect(stage?.marks[0]?.title).toContain('gpt-4o, claude');
    expect(stage?.groups[0]?.rows.map(({ part: id }) => id)).toEqual(['id of gpt-4o', 'id of claude']);
    expect(stage?.spoken).toContain('In this workspace 2 parts: gpt-4o and claude');
  });

  it('lists parts of other stages for the lifecycle as a whole alone', () => {
    const made = overlay([part('gpt-4o', { stages: [] })]);
    expect(made?.stages.get('llm-operate')?.marks[0]?.label).not.toContain('in use');
    expect(made?.groups[0]?.rows.map(({ title }) => title)).toEqual(['gpt-4o']);
  });

  it('is as it was without a workspace', () => {
    const without = makeOverlay(guide, relations, 'open-closed');
    expect(overlay([])?.stages).toEqual(without?.stages);
    expect(overlay([part('own', { entryPoint: 'no-such' })])?.stages).toEqual(without?.stages);
  });
});
