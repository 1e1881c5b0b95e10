import { describe, expect, it } from 'vitest';
import type { GuideEntries } from '../../../src/catalog/entries';
import { checkCatalog } from '../../../src/catalog/load';
import { CatalogError } from '../../../src/catalog/problem';
import { Relations } from '../../../src/catalog/relations';
import { CatalogSearch } from '../../../src/catalog/search/catalog-search';
import { builtInGuide, guideEntries } from '../../support/guide';
import { catalogOf, mergedWith } from '../../support/team-catalog';

const CONTROL = [
  'controls:',
  '  - id: ACME-1',
  '    title: Model review board',
  '    summary: Two people approve each model that serves customers.',
  '    stages: [continuous-deployment, llm-release]',
];
const APPROVAL = [
  'stages:',
  '  - id: acme-approval',
  '    after: llm-test-evaluate',
  '    title: Approval',
  '    summary: The board says yes or no.',
];

describe('an entry of a new id', () => {
  it('is added, with what goes without saying filled in', () => {
    const { guide, problems } = mergedWith(catalogOf(...CONTROL));
    expect(problems).toEqual([]);
    expect(guide.controls.get('ACME-1')).toEqual({
      id: 'ACME-1',
      title: 'Model review board',
      summary: 'Two people approve each model that serves customers.',
      stages: ['continuous-deployment', 'llm-release'],
      tools: [],
      links: [],
      source: 'team',
      status: 'synthesis',
    });
    expect(guide.sources.get('team')?.title).toBe('Your own catalog');
  });

  it('is named in return by the stages it names', () => {
    const { guide } = mergedWith(catalogOf(...CONTROL));
    expect(guide.stages.get('llm-release')?.controls).toContain('ACME-1');
    expect(guide.stages.get('llm-deploy')?.controls).not.toContain('ACME-1');
  });

  it('is found by its id and by its words', () => {
    const search = new CatalogSearch(mergedWith(catalogOf(...CONTROL)).guide);
    expect(search.find('acme-1')[0]).toMatchObject({ kind: 'controls', id: 'ACME-1' });
    expect(search.find('model review board')[0]).toMatchObject({ kind: 'controls', id: 'ACME-1' });
  });

  it.each([
    ['tools', ['title: Gate', 'summary: Asks.']],
    ['roles', ['title: Reviewer', 'summary: Reviews.']],
    ['activities', ['title: Review', 'summary: Reviewing.', 'stages: [llm-release]', 'responsible: [ME]']],
    ['guidance', ['title: Do', 'summary: How.', 'steps: [{ title: A, text: B }]', 'limits: [Not all.]']],
    [
      'threats',
      [
        ...['title: Theft', 'summary: Taken.', 'stages: [llm-release]', 'controls: [C01]'],
        ...['covered: no', 'reason: No tool.'],
      ],
    ],
    ['gaps', ['title: Gap', 'summary: Open.', 'stages: [llm-release]', 'verdict: open', 'reason: No tool.']],
    [
      'entryPoints',
      [
        ...['title: Feed', 'summary: Comes in.', 'asset: data', 'openness: closed', 'stages: [llm-release]'],
        ...['dangers: [Forged.]', 'verify: [The hash.]', 'trust: [The sender.]'],
      ],
    ],
  ] as const)('of %s needs only what its page says', (kind, fields) => {
    const text = catalogOf(`${kind}:`, '  - id: acme', ...fields.map((field) => `    ${field}`));
    // YAML 1.2 reads `no` as a text.
    const { guide, problems } = mergedWith(text);
    expect(problems).toEqual([]);
    expect(guide[kind].get('acme')).toMatchObject({ source: 'team' });
  });
});

describe('an entry whose id exists', () => {
  it('loses nothing: lists grow, and what was there stays in front', () => {
    const before = builtInGuide().risks.get('owasp-llm-2026:LLM04');
    const { guide } = mergedWith(
      catalogOf(...CONTROL, 'risks:', '  - { id: "owasp-llm-2026:LLM04", controls: [ACME-1] }'),
    );
    const after = guide.risks.get('owasp-llm-2026:LLM04');
    expect(after).toEqual({ ...before, controls: [...(before?.controls ?? []), 'ACME-1'] });
    expect(new Relations(guide).neighbours('controls', 'ACME-1', 'risks')).toEqual(['owasp-llm-2026:LLM04']);
  });

  it('has a text replaced, and is no longer told as read in its source', () => {
    const before = builtInGuide().tools.get('scorecard');
    expect(before?.status).toBe('verified');
    const { guide } = mergedWith(
      catalogOf('tools:', '  - { id: scorecard, summary: We run it each night. }'),
    );
    expect(guide.tools.get('scorecard')).toEqual({
      ...before,
      summary: 'We run it each night.',
      status: 'synthesis',
    });
  });

  it('has a link of the same address and a check of the same title changed instead of doubled', () => {
    const before = builtInGuide().stages.get('planning-design');
    const title = before?.checks[0]?.title ?? '';
    const { guide, problems } = mergedWith(
      catalogOf(
        ...CONTROL,
        'stages:',
        '  - id: planning-design',
        `    checks: [{ title: '${title}', controls: [ACME-1] }, { title: Ours }]`,
        'tools:',
        '  - id: scorecard',
        '    links: [{ title: Renamed, url: "https://scorecard.dev/" }, { title: B, url: "https://b.example" }]',
      ),
    );
    expect(problems).toEqual([]);
    const checks = guide.stages.get('planning-design')?.checks ?? [];
    expect(checks).toHaveLength((before?.checks.length ?? 0) + 1);
    expect(checks[0]).toEqual({ title, controls: [...(before?.checks[0]?.controls ?? []), 'ACME-1'] });
    expect(guide.tools.get('scorecard')?.links.map((link) => link.title)).toEqual(['Renamed', 'B']);
  });

  it('takes a part of a mapping', () => {
    const before = builtInGuide().stages.get('llm-release')?.roles;
    const { guide, problems } = mergedWith(
      catalogOf('stages:', '  - { id: llm-release, roles: { supports: [EXE] } }'),
    );
    expect(problems).toEqual([]);
    expect(guide.stages.get('llm-release')?.roles.lead).toEqual(before?.lead);
    expect(guide.stages.get('llm-release')?.roles.supports).toContain('EXE');
  });
});

describe('a new stage', () => {
  it('stands after the one it names, and those behind it are numbered anew', () => {
    const { guide } = mergedWith(catalogOf(...APPROVAL));
    const order = guide.lifecycles.get('llmsecops')?.stages ?? [];
    expect(order.indexOf('acme-approval')).toBe(order.indexOf('llm-test-evaluate') + 1);
    expect(order.map((id) => guide.stages.get(id)?.number)).toEqual(order.map((_, at) => at + 1));
    expect([...guide.stages.keys()].filter((id) => order.includes(id))).toEqual(order);
    expect(guide.stages.get('acme-approval')).toMatchObject({
      lifecycle: 'llmsecops',
      shortTitle: 'Approval',
    });
  });

  it('is joined to both neighbours', () => {
    const flows = mergedWith(catalogOf(...APPROVAL)).guide.lifecycles.get('llmsecops')?.flows;
    expect(flows).toEqual(
      expect.arrayContaining([
        { from: 'llm-test-evaluate', to: 'acme-approval', label: '' },
        { from: 'acme-approval', to: 'llm-release', label: '' },
      ]),
    );
  });

  it('keeps its place in a row of new ones, in the order of the file', () => {
    const { guide, problems } = mergedWith(
      catalogOf(
        'stages:',
        '  - { id: last, after: first, title: L, summary: S. }',
        '  - { id: first, after: llm-govern, title: F, summary: S. }',
        '  - { id: second, after: llm-govern, title: A title that is too long, summary: S. }',
      ),
    );
    expect(problems).toEqual([]);
    expect(guide.lifecycles.get('llmsecops')?.stages.slice(-4)).toEqual([
      'llm-govern',
      'first',
      'last',
      'second',
    ]);
    expect(guide.stages.get('second')?.shortTitle.length).toBeLessThanOrEqual(16);
  });
});

describe('the merged catalog', () => {
  it('passes the check of the built-in one', () => {
    const { entries, problems } = mergedWith(
      catalogOf(
        ...CONTROL,
        '    tools: [acme-gate]',
        ...APPROVAL,
        '    controls: [ACME-1]',
        '    tools: [acme-gate, scorecard]',
        'tools:',
        '  - { id: acme-gate, title: Gate, summary: Asks., stages: [llm-deploy] }',
        'risks:',
        '  - { id: "owasp-llm-2026:LLM04", controls: [ACME-1], same: ["owasp-ml-2023:ML01"] }',
      ),
    );
    expect(problems).toEqual([]);
    expect(messagesOf(entries)).toEqual(messagesOf(guideEntries()));
  });

  it('is the built-in one itself where nothing is added', () => {
    expect(mergedWith('preset: strict\n').entries).toBe(guideEntries());
    expect(mergedWith('catalog:\n').entries).toBe(guideEntries());
    expect(mergedWith(catalogOf('controls: [{ id: C99 }]')).entries).toBe(guideEntries());
  });

  it('leaves the built-in one as it was', () => {
    const before = JSON.stringify(guideEntries());
    mergedWith(catalogOf(...CONTROL, ...APPROVAL));
    expect(JSON.stringify(guideEntries())).toBe(before);
  });
});

function messagesOf(entries: GuideEntries): readonly string[] {
  try {
    checkCatalog(entries);
    return [];
  } catch (error) {
    if (error instanceof CatalogError) return error.problems.map(({ message }) => message);
    throw error;
  }
}
