import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { WorkspaceReport } from '../../../../src/report/workspace/workspace-report';
import { writeWorkspaceReport } from '../../../../src/report/workspace/write-workspace-report';
import { EMPTY_INVENTORY } from '../../../../src/supplychain/inventory/inventory';
import { assess } from '../../../../src/supplychain/maturity/assess';
import { builtInGuide } from '../../../support/guide';
import { edge, part, sampleInventory } from '../../../support/inventory';
import { at, fileResult, finding, sampleReport } from '../support/sample-report';

const guide = builtInGuide();
const HOSTILE = '<img src=x onerror=alert(1)>';

function workspace(parts: Partial<WorkspaceReport> = {}): WorkspaceReport {
  const inventory = parts.inventory ?? sampleInventory();
  return {
    project: 'tickets',
    scan: sampleReport(),
    inventory,
    assessment: assess({
      ...{ inventory, guide, observations: [], findings: [], attestations: [], today: '2026-11-23' },
    }),
    guide,
    ...parts,
  };
}

const page = (report: WorkspaceReport): Document =>
  new JSDOM(writeWorkspaceReport(report, 'html')).window.document;
/** The page of the sample workspace; reading one takes long. */
let sample: Document | undefined;
const samplePage = (): Document => (sample ??= page(workspace()));
const textOf = (document: Document, selector: string): string =>
  document.querySelector(selector)?.textContent.replace(/\s+/gu, ' ') ?? '';

/** A workspace whose every name wants to be markup. */
function hostile(): WorkspaceReport {
  const bad = part('model', HOSTILE, {
    version: HOSTILE,
    license: HOSTILE,
    provider: HOSTILE,
    openness: { value: 'unknown', reason: HOSTILE },
  });
  const base = part('model', '[click](javascript:alert(1)) | `x` \u202egpj');
  const result = fileResult({
    path: `${HOSTILE}.py`,
    findings: [finding({ message: `Loads ${HOSTILE}. Do not.` })],
    problems: [{ kind: 'syntax', message: HOSTILE, location: at(0, 0, 1) }],
  });
  return workspace({
    project: HOSTILE,
    inventory: { parts: [bad, base], lineage: [edge(bad, 'fine-tuned-from', base, `${HOSTILE}.py`)] },
    scan: sampleReport({ results: [result] }),
  });
}

describe('the page', () => {
  it('forbids everything but its own styles, and loads nothing', () => {
    const text = writeWorkspaceReport(workspace(), 'html');
    const document = new JSDOM(text).window.document;
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'/u);
    expect(
      document.querySelectorAll('script, link, img, iframe, object, embed, form, base, image, use'),
    ).toHaveLength(0);
    expect(text).not.toMatch(/ on[a-z]+="|javascript:|@import|url\(|src=/u);
  });

  it('keeps whatever the workspace names text', () => {
    const document = page(hostile());
    expect(document.querySelectorAll('img, script, a[href^="javascript"]')).toHaveLength(0);
    expect(textOf(document, 'h1')).toBe(HOSTILE);
    expect(textOf(document, '#inventory')).toContain(HOSTILE);
    expect(textOf(document, '#findings')).toContain(`${HOSTILE}.py:4:5`);
    expect(textOf(document, '#not-read')).toContain(HOSTILE);
    expect(document.documentElement.textContent).not.toContain('\u202e');
  });

  it('uses each id once, and every link within it leads somewhere', () => {
    const document = samplePage();
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const links = [...document.querySelectorAll('a[href^="#"]')].map((link) =>
      link.getAttribute('href')?.slice(1),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
    for (const name of ['aria-labelledby', 'aria-describedby']) {
      const named = [...document.querySelectorAll(`[${name}]`)].map(
        (element) => element.getAttribute(name) ?? '',
      );
      expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    }
  });

  it('begins with the level, the findings by severity and the parts', () => {
    const tiles = [...samplePage().querySelectorAll('.tiles > div')].map((tile) =>
      [tile.querySelector('dd')?.textContent, tile.querySelector('dt')?.textContent].join(' '),
    );
    expect(tiles).toEqual(['L0 Ad hoc', '1 error', '0 warnings', '0 information', '8 supply-chain parts']);
  });

  it('draws the lifecycle with the findings at their stages', () => {
    const document = samplePage();
    const counted = [...document.querySelectorAll('#lifecycle .wide .count title')].map(
      (title) => title.textContent,
    );
    expect(counted).toContain('1 finding');
    expect(document.querySelectorAll('#lifecycle .narrow svg').length).toBeGreaterThan(0);
  });

  it('lists the first places of a rule and says how many more there are', () => {
    const findings = Array.from({ length: 23 }, (_, line) => finding({ location: at(line, 0, 1) }));
    const document = page(workspace({ scan: sampleReport({ results: [fileResult({ findings })] }) }));
    const items = [...document.querySelectorAll('#findings details li')].map((item) => item.textContent);
    expect(items).toHaveLength(21);
    expect(items.at(-1)).toBe('and 3 more places; a scan lists them all');
  });

  it('tells what is known of each part and why', () => {
    const row = [...samplePage().querySelectorAll('#inventory tr')].find((one) =>
      one.textContent.includes('gpt-4o'),
    );
    const text = row?.textContent ?? '';
    expect(text).toContain('closed service');
    expect(text).toContain('OpenAI offers it as a service only.');
    expect(text).toContain('not pinned');
    expect(text).toContain('agent.py:12');
    expect(text).toContain('chat.py:4');
  });

  it('has the lineage as a picture and in words', () => {
    const document = samplePage();
    expect(document.querySelector('#lineage svg')?.getAttribute('role')).toBe('img');
    expect(textOf(document, '#lineage details')).toContain('gpt-4o answers triage');
  });

  it('says what would show a lineage where there is none', () => {
    expect(textOf(page(workspace({ inventory: EMPTY_INVENTORY })), '#lineage')).toContain('base_model');
  });

  it('shows each dimension with its level and the state of its evidence in words', () => {
    const dimensions = samplePage().querySelectorAll('#maturity details');
    expect(dimensions).toHaveLength(guide.maturityDimensions.size);
    expect(dimensions[0]?.textContent).toMatch(/D1 .*L0 Ad hoc.*Readme: not found/su);
  });

  it('shows the items of the frameworks, and that evidence is no statement that they are met', () => {
    const document = samplePage();
    expect(textOf(document, '#coverage')).toContain('no statement that an item is met');
    const first = document.querySelector('#coverage details tbody tr')?.textContent ?? '';
    expect(first).toMatch(/^ML01.*– nothing found/u);
  });

  it('tells that a scan was stopped, and what was not read', () => {
    const { totals } = sampleReport();
    const scan = sampleReport({
      totals: { ...totals, cancelled: true },
      problems: [{ path: 'big.py', kind: 'too-large', message: 'Too large.' }],
    });
    const document = page(workspace({ scan }));
    expect(textOf(document, '.notice')).toContain('stopped before its end');
    expect(textOf(document, '#not-read')).toContain('big.py: Too large.');
  });

  it('sets violations of the policy apart from other findings', () => {
    const findings = [finding(), finding({ ruleId: 'policy-unpinned', message: 'Not pinned.' })];
    const document = page(workspace({ scan: sampleReport({ results: [fileResult({ findings })] }) }));
    expect(textOf(document, '#policy')).toContain('Not pinned.');
    expect(textOf(document, '#findings')).not.toContain('Not pinned.');
  });
});

describe('every format', () => {
  it.each(['html', 'markdown', 'json'] as const)(
    '%s: the same workspace gives the same text, without a time',
    (format) => {
      expect(writeWorkspaceReport(workspace(), format)).toBe(writeWorkspaceReport(workspace(), format));
      const dated = writeWorkspaceReport(workspace({ madeAt: '2026-11-23T10:00:00.000Z' }), format);
      expect(dated).toMatch(format === 'json' ? /2026-11-23T10:00:00/u : /, 2026-11-23 10:00 UTC\./u);
      expect(writeWorkspaceReport(workspace(), format)).not.toContain('2026-11-23');
    },
  );

  it.each(['html', 'markdown', 'json'] as const)('%s says that it is evidence, not compliance', (format) => {
    expect(writeWorkspaceReport(workspace(), format)).toContain('not a certificate of compliance');
  });
});

describe('the Markdown', () => {
  it('keeps whatever the workspace names text', () => {
    const text = writeWorkspaceReport(hostile(), 'markdown');
    expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)\[click/u);
    expect(text).not.toContain('\u202e');
  });

  it('has findings, parts, lineage and maturity', () => {
    const text = writeWorkspaceReport(workspace(), 'markdown');
    expect(text).toMatch(/^# tickets: MLSecOps report$/mu);
    expect(text).toMatch(/^### Errors: /mu);
    expect(text).toMatch(/^\| gpt-4o \| .* closed service \| not pinned /mu);
    expect(text).toMatch(/^- gpt-4o answers triage$/mu);
    expect(text).toMatch(/^\| D1 /mu);
  });
});

describe('the JSON', () => {
  it('has findings by rule, the inventory, the lineage and the assessment', () => {
    const report = workspace();
    const document = JSON.parse(writeWorkspaceReport(report, 'json')) as Record<string, unknown>;
    expect(document).toMatchObject({
      version: 1,
      project: 'tickets',
      totals: { findings: { error: 1, warning: 0, info: 0 }, parts: 8 },
      findings: [{ rule: 'unsafe-pickle-load', findings: [{ place: 'src/train.py:4:5' }] }],
      policy: [],
      maturity: { level: 'L0' },
    });
    expect(document['inventory']).toEqual(report.inventory);
  });
});
