// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { openPanel } from '../support/open-panel';
import { CATALOG, snapshot } from '../support/sample';

const text = () => document.querySelector('main')?.textContent ?? '';
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;
const openEntry = (entry: string) =>
  openPanel({ state: { lifecycle: 'mlsecops', followEditor: false, entry }, snapshot: snapshot() });
const section = (name: RegExp) => {
  const found = screen.getByRole('heading', { level: 3, name }).closest('section');
  if (!found) throw new Error(`no section ${String(name)}`);
  return within(found);
};

test.each([
  [
    'controls/C06',
    'Malware scan of models',
    ['C06', 'Scan the quarantine folder', 'A clean report is no proof.'],
  ],
  ['tools/scorecard', 'Scorecard', ['Graduated', 'Apache-2.0', 'Habits of a repository.', 'inside a model']],
  ['roles/SP', 'Security engineer', ['Pang', 'Accountable for', 'Scanning of models']],
  ['activities/scanning', 'Scanning of models', ['Responsible', 'Data scientist', 'Accountable']],
  ['gaps/tampering', 'A model was changed', ['Partly', 'Only when somebody verifies.', 'Scorecard']],
  ['entryPoints/open-weights', 'Weights from a hub', ['A hidden backdoor.', 'The hash.', 'The training.']],
  ['evidence/EV-SCAN', 'Scan report', ['for a control', 'high', 'modelscan', 'Asked for by']],
  ['maturityDimensions/D1', 'Models', ['L1 Documented', 'Scan report', 'Another report', 'or this']],
  ['maturityLevels/L1', 'Documented', ['D1 Models', 'Scan report']],
  ['comparisons/compare-experiment', 'Experimentation', ['Scans stay.', 'Prompts are code.', 'from scratch']],
  ['frameworks/nist-ai-rmf', 'NIST AI RMF', ['Edition1.0', 'GOVERN', '1 part', 'Show on the diagram']],
  ['items/nist-ai-rmf:GOVERN-6', 'Third parties', ['GOVERN 6', 'NIST AI RMF 1.0', 'Part of', 'Malware scan']],
  ['weaknesses/CWE-502', 'Deserialization of untrusted data', ['CWE-502', 'AI supply chain']],
  ['sources/WP', 'The whitepaper', ['2026-10', 'example.org/wp']],
  ['retired/AML.T0001', 'Old technique', ['Replaced by', 'Supply chain compromise']],
])('%s has a page of its own', (entry, title, expected) => {
  openEntry(entry);
  expect(heading()).toBe(title);
  for (const part of expected) expect(text()).toContain(part);
});

test('the foot of a page names the source with a link, and how sure we are', () => {
  const panel = openEntry('tools/scorecard');
  fireEvent.click(screen.getByRole('link', { name: 'The whitepaper' }));
  expect(panel.posted.at(-1)).toEqual({ type: 'openLink', url: 'https://example.org/wp' });
  expect(text()).toContain('verified Read in the source it names.');
});

test('a status of the mappings is shown where it differs', () => {
  const items = CATALOG.items.map((item) => ({ ...item, mappingStatus: 'synthesis' as const }));
  openPanel({
    state: { lifecycle: 'mlsecops', followEditor: false, entry: 'items/nist-ai-rmf:MAP-1' },
    snapshot: snapshot(),
    catalog: { ...CATALOG, items },
  });
  expect(screen.getByText('mappings: synthesis')).toBeDefined();
});

test('what an entry is related to is a link with the number of its kind', () => {
  openEntry('controls/C06');
  fireEvent.click(section(/^Activities/).getByRole('button', { name: 'Scanning of models' }));
  expect(heading()).toBe('Scanning of models');
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(heading()).toBe('Malware scan of models');
});

test('a long group is folded until more is asked for', () => {
  const item = CATALOG.items[2];
  if (!item) throw new Error('the sample has an item');
  const items = Array.from({ length: 42 }, (_, at) => ({
    ...item,
    id: `${item.id}-${at}`,
    label: `M ${at}`,
  }));
  openPanel({
    state: { lifecycle: 'mlsecops', followEditor: false, entry: 'controls/C07' },
    snapshot: snapshot(),
    catalog: { ...CATALOG, items },
  });
  const group = section(/^In other frameworks 42/);
  expect(group.getAllByRole('button', { name: /^M \d/ })).toHaveLength(8);
  fireEvent.click(group.getByRole('button', { name: 'Show 34 more' }));
  expect(group.getAllByRole('button', { name: /^M \d/ })).toHaveLength(42);
});

test('commands can be copied', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  openEntry('controls/C06');
  fireEvent.click(screen.getByRole('button', { name: 'Copy: Commands: Scan the quarantine folder' }));
  expect(writeText).toHaveBeenCalledWith('modelscan -p models');
  expect(await screen.findByText('Copied')).toBeDefined();
  vi.unstubAllGlobals();
});

test('code of a page is text, never markup', () => {
  const steps = [{ title: 'Step', text: 'Use `<img src=x>`.', commands: ['<b>x</b>'] }];
  const guidance = CATALOG.guidance.map((page) => ({ ...page, steps }));
  const panel = openPanel({
    state: { lifecycle: 'mlsecops', followEditor: false, entry: 'guidance/controls/C06' },
    snapshot: snapshot(),
    catalog: { ...CATALOG, guidance },
  });
  expect(panel.container.querySelector('main img, main b')).toBeNull();
  expect(text()).toContain('<b>x</b>');
});

test('a role leads to the lifecycle as it sees it', () => {
  openEntry('roles/DS');
  fireEvent.click(screen.getByRole('button', { name: 'Show the lifecycle as Data scientist' }));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Overlay' }).value).toBe('as:DS');
});

test('a framework leads to the diagram and to the crosswalk', () => {
  openEntry('frameworks/nist-ai-rmf');
  fireEvent.click(screen.getByRole('button', { name: 'Compare in the crosswalk' }));
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Rows' }).value).toBe('nist-ai-rmf');
});

test('a risk says how to mitigate it, which tools help and who acts', () => {
  openEntry('risks/owasp-ml-2023:ML06');
  expect(section(/^Controls that close it/).getByText('Malware scan of models')).toBeDefined();
  expect(section(/^OpenSSF tools that help/).getByRole('button', { name: /Scorecard/ })).toBeDefined();
  expect(section(/^Who acts against it/).getByRole('button', { name: /Data scientist/ })).toBeDefined();
  expect(section(/^In other frameworks/).getByRole('button', { name: /Third parties/ })).toBeDefined();
});

test('a control of a check leads to its page', () => {
  openPanel({ state: { lifecycle: 'mlsecops', followEditor: false, stage: 'data' }, snapshot: snapshot() });
  fireEvent.click(section(/^Checks/).getByRole('button', { name: 'C06' }));
  expect(heading()).toBe('Malware scan of models');
});
