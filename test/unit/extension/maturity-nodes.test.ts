import { describe, expect, test } from 'vitest';
import { guideOfCatalog } from '../../../src/extension/lifecycle/guide-of-catalog';
import { maturityNodes } from '../../../src/extension/maturity/maturity-nodes';
import type { TreeNode } from '../../../src/extension/tree/tree-node';
import type { FolderAssessment } from '../../../src/protocol/messages';
import { assess, type AssessRequest } from '../../../src/supplychain/maturity/assess';
import { EMPTY_INVENTORY } from '../../../src/supplychain/inventory/inventory';
import { catalog } from './support/sample';
import { FOLDER, part } from './support/sample-parts';

const { guide } = guideOfCatalog(catalog);
const location = { start: { line: 4, character: 0 }, end: { line: 4, character: 3 } };
const seen = (evidence: string, path: string, holds = true) => ({
  ...{ evidence, path, holds, location },
  detail: `what stands in ${path}`,
});

function assessed(request: Partial<AssessRequest> = {}, uri = FOLDER): FolderAssessment {
  const assessment = assess({
    observations: [],
    inventory: { ...EMPTY_INVENTORY, parts: [part()] },
    findings: [],
    attestations: [],
    guide,
    today: '2026-11-23',
    ...request,
  });
  return { uri, assessment };
}

const nodes = (folders: readonly FolderAssessment[]): readonly TreeNode[] =>
  maturityNodes(folders, guide, (uri) => (folders.length > 1 ? uri.slice('file:///'.length) : undefined));
const below = (node: TreeNode | undefined): readonly TreeNode[] => node?.children?.() ?? [];
const walk = (some: readonly TreeNode[]): readonly TreeNode[] =>
  some.flatMap((node) => [node, ...walk(below(node))]);
const row = (some: readonly TreeNode[], label: string | RegExp): TreeNode | undefined =>
  walk(some).find((node) => (typeof label === 'string' ? node.label === label : label.test(node.label)));

describe('rows of the Maturity view', () => {
  test('the level comes first, says how much could be told, and that it is no statement of compliance', () => {
    const [overall] = nodes([assessed()]);
    expect(overall?.label).toBe('Level 0: Ad hoc');
    expect(overall?.description).toMatch(/^average 0\.\d · \d+ of \d+ told$/u);
    expect(overall?.tooltip).toContain('not a statement of compliance');
  });

  test('the cheapest step follows, with what it takes and what it brings closer', () => {
    const [, step] = nodes([assessed()]);
    expect(step?.label).toMatch(/^Next: (?:add|complete|remove|attest) /u);
    expect(step?.description).toMatch(/^minutes · .+ to L\d/u);
    expect(step?.click).toBe('learn');
    expect(step?.evidence).toMatchObject({ folder: FOLDER });
  });

  test('one row for each dimension, in the order of the catalog', () => {
    const titles = [...guide.maturityDimensions.values()].map(({ title }) => title);
    const shown = nodes([assessed()]).map(({ label }) => label);
    expect(shown.filter((label) => titles.includes(label))).toEqual(titles);
  });

  test('evidence that was found leads to its place', () => {
    const rows = nodes([assessed({ observations: [seen('EV-SECURITY-MD', 'docs/SECURITY.md')] })]);
    const found = row(rows, 'Security policy file');
    expect(found).toMatchObject({ description: 'L1 · 1 place', icon: { name: 'pass' } });
    expect(below(found)[0]).toMatchObject({
      label: 'SECURITY.md:5',
      description: 'what stands in docs/SECURITY.md',
      click: 'openPlace',
      place: { uri: `${FOLDER}/docs/SECURITY.md`, range: location },
    });
  });

  test('what is missing offers its template and the page that says how', () => {
    const missing = row(nodes([assessed()]), 'Security policy file');
    expect(missing).toMatchObject({
      menu: expect.stringMatching(/^evidence(?:WithTemplate|ToBring)$/u) as string,
    });
    expect(missing?.evidence).toMatchObject({ id: 'EV-SECURITY-MD', template: 'security-policy' });
    expect(missing?.learn?.entry).toBe('controls/C44');
  });

  test('what cannot be seen can be attested, and then says by whom and when', () => {
    const [id] = [...guide.evidence.values()].flatMap((entry) =>
      entry.elsewhere !== undefined && entry.needs.length === 0 && entry.polarity === 'for' ? [entry.id] : [],
    );
    const evidence = id ?? '';
    const title = guide.evidence.get(evidence)?.title ?? '';
    const open = row(nodes([assessed()]), title);
    expect(open?.menu).toMatch(/^evidenceTo(?:Attest|Bring)$/u);
    const attestations = [{ evidence, by: 'Jo Doe', on: '2026-11-01', note: 'wiki' }];
    const rows = nodes([assessed({ attestations })]);
    expect(row(rows, title)).toMatchObject({ icon: { name: 'account' } });
    expect(row(rows, title)?.description).toMatch(/Jo Doe, 2026-11-01$/u);
    const [listed] = below(rows.find(({ label }) => label === 'Attestations'));
    expect(listed).toMatchObject({ label: title, description: 'Jo Doe on 2026-11-01 · wiki' });
  });

  test('an attestation that has expired says so and looks it', () => {
    const attestations = [{ evidence: 'EV-IRPLAN', by: 'Jo', on: '2025-01-01', until: '2025-12-31' }];
    const [listed] = below(nodes([assessed({ attestations })]).find(({ label }) => label === 'Attestations'));
    expect(listed?.description).toMatch(/until 2025-12-31 · (?:expired|not asked)/u);
    expect(listed?.icon?.name).toBe('warning');
  });

  test('what speaks against it leads to the finding, and holds its dimension down', () => {
    const ruleId = guide.evidence.get('NEG-PICKLE-LOAD')?.rules[0] ?? '';
    const finding = {
      ruleId,
      severity: 'error',
      message: 'Loads a pickle.',
      path: 'load.py',
      location,
    } as const;
    const rows = nodes([assessed({ findings: [finding] })]);
    expect(row(rows, 'Models')).toMatchObject({ icon: { name: 'warning' } });
    expect(row(rows, 'Models')?.description).toMatch(/^L0, held down · next: /u);
    const [held] = below(row(rows, 'Models'));
    expect(held?.description).toBe('holds it at L0 · weighs high · 1 place');
    expect(below(held)[0]).toMatchObject({ label: 'load.py:5', place: { uri: `${FOLDER}/load.py` } });
    expect(below(row(rows, 'Speaks against it')).map(({ label }) => label)).toEqual([
      'Load that can run code',
    ]);
  });

  test('a dimension that the project has nothing of says that it does not apply', () => {
    const rows = nodes([assessed({ inventory: EMPTY_INVENTORY })]);
    expect(row(rows, 'Data')).toMatchObject({
      description: 'does not apply',
      icon: { name: 'circle-slash' },
    });
  });

  test('several folders are told apart, and no two rows have the same id', () => {
    const rows = nodes([assessed(), assessed({}, 'file:///other')]);
    expect(rows.map(({ label }) => label)).toEqual(['project', 'other']);
    const ids = walk(rows).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('text of the workspace cannot become a link or HTML in a tooltip', () => {
    const hostile = {
      ...seen('EV-SECURITY-MD', '[x](command:evil)/<img>.md'),
      detail: '<b>[x](command:evil)',
    };
    for (const { tooltip } of walk(nodes([assessed({ observations: [hostile] })])))
      expect(tooltip ?? '').not.toMatch(/(?<!\\)\]\(command|<img|<b>/u);
  });
});
