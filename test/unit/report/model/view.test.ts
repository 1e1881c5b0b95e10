import { describe, expect, it } from 'vitest';
import { guideEntries } from '../../../support/guide';
import { checkpoint, hostileGguf, maliciousPickle } from '../../../support/models/editor-samples';
import { MemorySource } from '../../../../src/models/bytes/byte-source';
import { VERDICTS } from '../../../../src/models/verdict/finding';
import { linksFor } from '../../../../src/report/model/view/model-links';
import { ModelSession } from '../../../../src/report/model/view/model-session';
import type { ModelView } from '../../../../src/report/model/view/model-view';
import { bytes } from '../../models/support/assemble';

function viewOf(name: string, content: Uint8Array): ModelView {
  const events = { onPreview: () => undefined, onProgress: () => undefined };
  return new ModelSession(new MemorySource(content), name).inspect(events);
}

const fact = (view: ModelView, label: string): string | undefined =>
  view.overview.find((each) => each.label === label)?.value;

describe('what is shown of a model file', () => {
  it('says in plain words what a malicious pickle would do, and where', () => {
    const view = viewOf('evil.pkl', maliciousPickle('/tmp/marker'));
    expect(view.verdict).toBe('malicious');
    expect(view.words).toEqual([
      "Loading it starts a program or a process: `os.system('touch /tmp/marker')`.",
    ]);
    expect(view.findings[0]).toMatchObject({
      place: expect.stringMatching(/^at 0x[0-9a-f]+, REDUCE$/u) as unknown,
      target: { kind: 'opcode', pickle: 0 },
    });
    expect(view.pickles[0]?.imports).toContainEqual(
      expect.objectContaining({ name: 'os.system', verdict: 'malicious', calls: 1 }),
    );
  });

  it('shows a checkpoint as safe, with its members, tensors and the way it loads', () => {
    const view = viewOf('model.pt', checkpoint());
    expect(view.verdict).toBe('safe');
    expect(view.members.map(({ path }) => path)).toContain('model/data.pkl');
    expect(view.members.every(({ verdict }) => verdict === 'safe')).toBe(true);
    expect(fact(view, 'Tensors')).toBe('2');
    expect(fact(view, 'weights_only=True')).toMatch(/^Loads\..*CVE-2025-32434/u);
  });

  it('marks the line of a template that a finding points to, and tells licence and base model', () => {
    const view = viewOf('chat.gguf', hostileGguf());
    expect(view.verdict).toBe('malicious');
    expect(view.words[0]).toMatch(/template runs code/u);
    expect(view.texts[0]?.marks).toEqual([4]);
    expect(view.findings[0]?.target).toEqual({ kind: 'line', text: 0, line: 4 });
    expect(fact(view, 'Licence')).toBe('apache-2.0');
    expect(fact(view, 'Base model')).toBe('Example Base 1B');
  });

  it('does not call a file safe that it cannot read', () => {
    const view = viewOf('notes.bin', bytes('nothing that is known '));
    expect(view.verdict).toBe('incomplete');
    expect(view.words[0]).toMatch(/not known to be safe/u);
  });
});

describe('the links of a view', () => {
  it('lead to entries that the catalog has', () => {
    const guide = guideEntries();
    const known = new Set(
      (['stages', 'risks', 'controls', 'guidance'] as const).flatMap((kind) =>
        guide[kind].map(({ id }) => `${kind}/${id}`),
      ),
    );
    for (const verdict of VERDICTS) {
      for (const { entry } of linksFor(verdict, 'pickle')) expect(known).toContain(entry);
    }
  });
});
