import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../../../src/catalog/catalog';
import { Relations } from '../../../../src/catalog/relations';
import {
  exportLifecycle,
  type ExportLifecycleOptions,
} from '../../../../src/report/lifecycle/export-lifecycle';
import { builtInGuide } from '../../../support/guide';

const guide = builtInGuide();
const relations = new Relations(guide);

function exported(options: Partial<ExportLifecycleOptions> = {}, from: Guide = guide): string {
  const known = from === guide ? relations : new Relations(from);
  return exportLifecycle({ guide: from, relations: known, lifecycle: 'ml', format: 'svg', ...options });
}

/** Throws where the text is not well-formed. */
function svgOf(text: string): Document {
  return new JSDOM(text, { contentType: 'image/svg+xml' }).window.document;
}

/** The guide with hostile texts in everything that is drawn of one stage. */
function hostileGuide(text: string): Guide {
  const stages = new Map(guide.stages);
  const stage = stages.get('model-serving');
  if (!stage) throw new Error('no such stage');
  stages.set(stage.id, {
    ...stage,
    title: text,
    shortTitle: text,
    domain: text,
    summary: text,
    guidance: [text],
    signing: { sign: [text], verify: [text] },
  });
  return { ...guide, stages };
}

const HOSTILE = '<script>alert(1)</script>"\'`];--> & \u0007\u202e|';

describe('a drawing', () => {
  it('is well-formed, names itself and loads nothing', () => {
    const text = exported({ overlay: 'owasp-ml-2023' });
    const svg = svgOf(text);
    expect(svg.querySelector('title')?.textContent).toBe(
      'MLSecOps lifecycle: OWASP Machine Learning Security Top 10 2023',
    );
    expect(svg.querySelector('desc')?.textContent).toContain(
      '2 Data engineering: 3 risks: ML02, ML06 and ML08',
    );
    expect(text).not.toMatch(/href|url\(|@import|<script|<image|<foreignObject/u);
  });

  it('shows legend, question and where it comes from', () => {
    const text = svgOf(exported({ overlay: 'signing' })).documentElement.textContent;
    expect(text).toContain('Something is signed here');
    expect(text).toContain('what is signed where, and verified where?');
    expect(text).toContain('OpenSSF');
  });

  it('counts findings at their stages', () => {
    const svg = svgOf(exported({ findings: { 'model-serving': 1200, 'planning-design': 0 } }));
    expect([...svg.querySelectorAll('.count text')].map((one) => one.textContent)).toEqual(['1.2k']);
  });

  it('has other colours in the dark', () => {
    expect(exported({ theme: 'dark' })).toContain('.paper{fill:#161a20}');
    expect(exported({ theme: 'light' })).toContain('.paper{fill:#ffffff}');
  });

  it('says so when an overlay touches nothing of the lifecycle', () => {
    expect(exported({ overlay: 'owasp-llm-2026' })).toContain(
      'Nothing of this overlay touches this lifecycle.',
    );
  });

  it('draws names of the catalog as text, whatever they hold', () => {
    const svg = svgOf(exported({ overlay: 'signing' }, hostileGuide(HOSTILE)));
    expect(svg.querySelector('script')).toBeNull();
    expect(svg.documentElement.textContent).toContain('<script>');
    expect(svg.documentElement.textContent).not.toMatch(/\p{Cc}(?<![\n\t])|\u202e/u);
  });
});

describe('a Mermaid block', () => {
  it('is a fenced flowchart with every stage, its marks and every flow', () => {
    const lines = exported({ format: 'mermaid', overlay: 'owasp-ml-2023' }).trimEnd().split('\n');
    expect(lines[0]).toBe('```mermaid');
    expect(lines.at(-1)).toBe('```');
    expect(lines).toContain('    s2["2 Data engineering<br/>ML02, ML06, ML08"]');
    expect(lines).toContain('  s9 -.->|"Retraining trigger"| s7');
    expect(lines).toContain('  s6 -->|"Serving model"| s8');
    const flows = guide.lifecycles.get('mlsecops')?.flows ?? [];
    expect(lines.filter((line) => line.includes('->|'))).toHaveLength(flows.length);
  });

  it('lets no name end its label, its line or the block', () => {
    const text = exported({ format: 'mermaid' }, hostileGuide(`${HOSTILE}\n\`\`\`\n# heading`));
    expect(text.match(/```/gu)).toHaveLength(2);
    const line = text.split('\n').find((one) => one.includes('s8["'));
    expect(line).toMatch(/^ {4}s8\["8 [^"<>[\]`|&;]*(?:#\d+;[^"<>[\]`|&;]*)*"\]$/u);
  });
});

describe('JSON', () => {
  it('holds stages with marks, flows and what the overlay says of the whole', () => {
    const data = JSON.parse(
      exported({ format: 'json', overlay: 'roles', findings: { 'model-serving': 2 } }),
    ) as {
      lifecycle: { id: string };
      overlay: { id: string; legend: unknown[] };
      stages: { id: string; findings: number; marks: { label: string }[] }[];
      flows: unknown[];
    };
    expect(data.lifecycle.id).toBe('mlsecops');
    expect(data.overlay.id).toBe('roles');
    expect(data.stages.map(({ id }) => id)).toEqual(guide.lifecycles.get('mlsecops')?.stages);
    expect(data.stages[0]?.marks.length).toBeGreaterThan(3);
    expect(data.stages.find(({ id }) => id === 'model-serving')?.findings).toBe(2);
    expect(data.flows).toHaveLength(guide.lifecycles.get('mlsecops')?.flows.length ?? 0);
  });

  it('leaves out overlay and findings where there are none', () => {
    const data = JSON.parse(exported({ format: 'json' })) as { stages: object[] };
    expect(data).not.toHaveProperty('overlay');
    expect(data.stages[0]).not.toHaveProperty('findings');
  });
});

describe('an unknown id', () => {
  it('is told with overlays that look like it', () => {
    expect(() => exported({ overlay: 'owasp-llm-2062' })).toThrow(
      /no overlay is named "owasp-llm-2062"; perhaps owasp-llm-202[56]/u,
    );
  });

  it('is told with the lifecycles there are', () => {
    expect(() => exported({ lifecycle: 'xyz' })).toThrow(
      'no lifecycle is named "xyz"; there are mlsecops, llmsecops, ml, llm',
    );
  });
});
