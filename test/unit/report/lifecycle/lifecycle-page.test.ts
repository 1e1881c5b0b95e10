import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { Relations } from '../../../../src/catalog/relations';
import { overlayChoices } from '../../../../src/diagram/overlays';
import { exportLifecycle } from '../../../../src/report/lifecycle/export-lifecycle';
import { builtInGuide } from '../../../support/guide';
import { smallGuide } from '../../diagram/support/small-guide';

const whole = builtInGuide();
/** Fewer frameworks, fewer drawings: parsing the whole page takes long. */
const guide = {
  ...whole,
  frameworks: new Map(
    [...whole.frameworks].filter(([id]) => /^owasp-(?:ml|llm-2026)|^csa-aicm|^nist-ai-rmf/u.test(id)),
  ),
};
const relations = new Relations(guide);
let text: string;
let page: Document;

beforeAll(() => {
  text = exportLifecycle({ guide, relations, lifecycle: 'llm', overlay: 'owasp-llm-2026', format: 'html' });
  page = new JSDOM(text).window.document;
}, 60_000);

const all = (selector: string): Element[] => [...page.querySelectorAll(selector)];

describe('the page', () => {
  it('forbids everything but its own styles, and needs nothing else', () => {
    const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content');
    expect(policy).toMatch(/^default-src 'none'/u);
    expect(all('script, link, img, iframe, object, embed, form, base')).toEqual([]);
    expect(text).not.toMatch(/ on[a-z]+="|javascript:|@import|url\(/u);
  });

  it('begins with the lifecycle that was asked for, its overlay open', () => {
    expect(all('main > section > h2')[0]?.textContent).toBe('LLMSecOps lifecycle');
    const open = all('#diagram-llmsecops input[checked]').map((input) => input.getAttribute('aria-label'));
    expect(open).toEqual(['OWASP GenAI LLM Top 10 2026']);
  });

  it('has a drawing behind each radio button, and a style rule that shows it', () => {
    const inputs = all('input[type=radio]');
    expect(inputs.length).toBeGreaterThan(overlayChoices(guide).length);
    for (const { id } of inputs) {
      expect(page.querySelector(`#${id}-sheet svg`)).not.toBeNull();
      expect(text).toContain(`#${id}:checked~.sheets>#${id}-sheet{display:block}`);
    }
  });

  it('prints every drawing', () => {
    expect(text).toMatch(/@media print\{[^@]*[\s\S]*\.sheet\{display:block/u);
  });

  it('uses each id once, and every link within it leads somewhere', () => {
    const ids = all('[id]').map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const known = new Set(ids);
    const dead = all('a[href^="#"]')
      .map((link) => link.getAttribute('href')?.slice(1) ?? '')
      .filter((target) => !known.has(target));
    expect(dead).toEqual([]);
  });

  it('leads outside only to secure addresses, and tells them nothing', () => {
    for (const link of all('a:not([href^="#"])')) {
      expect(link.getAttribute('href')).toMatch(/^https:\/\//u);
      expect(link.getAttribute('rel')).toContain('noreferrer');
    }
  });

  it('tells each stage, risk, control, role, tool, threat, page of practice and source', () => {
    for (const kind of [
      'stages',
      'risks',
      'controls',
      'roles',
      'tools',
      'threats',
      'guidance',
      'sources',
    ] as const) {
      for (const id of guide[kind].keys())
        expect(page.getElementById(`${kind}/${id}`), `${kind}/${id}`).not.toBeNull();
    }
  });

  it('has a table of who does what, with a letter for each part', () => {
    const table = all('table').find((one) => one.querySelector('caption')?.textContent === 'Activities');
    const row = [...(table?.querySelectorAll('tbody tr') ?? [])].find((one) =>
      one.textContent.startsWith('Threat model and security baseline'),
    );
    const heads = [...(table?.querySelectorAll('thead th') ?? [])].map((head) => head.textContent);
    const cells = [...(row?.children ?? [])].map((cell) => cell.textContent);
    expect(cells[heads.indexOf('SA')]).toBe('R A');
    expect(cells[heads.indexOf('EXE')]).toBe('I');
  });

  it('says what OWASP itself maps to NIST and CSA in bold', () => {
    const row = all('#crosswalk tr').find((one) => one.textContent.startsWith('LLM04:2026'));
    const official = (guide.risks.get('owasp-llm-2026:LLM04')?.official ?? []).filter(({ entry }) =>
      entry.startsWith('items/csa-aicm:'),
    );
    const bold = [...(row?.querySelectorAll('b') ?? [])].map((one) => one.textContent);
    expect(official.length).toBeGreaterThan(0);
    for (const { entry } of official)
      expect(bold).toContain(guide.items.get(entry.slice('items/'.length))?.label);
  });

  it('shows what a team wrote as text', () => {
    const small = smallGuide();
    const [stage] = small.stages.values();
    const hostile = {
      ...stage,
      title: '<img src=x onerror=alert(1)>',
      guidance: ['</style><script>1</script>'],
    };
    const team = smallGuide({ stages: [hostile, ...[...small.stages.values()].slice(1)] });
    const html = exportLifecycle({
      guide: team,
      relations: new Relations(team),
      lifecycle: 'small',
      format: 'html',
    });
    const parsed = new JSDOM(html).window.document;
    expect(parsed.querySelectorAll('script, img')).toHaveLength(0);
    expect(parsed.getElementById('stages/a')?.textContent).toContain('<img src=x');
  });
});
