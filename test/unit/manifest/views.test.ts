import { describe, expect, test } from 'vitest';
import { LIFECYCLE_PANEL, VIEWS, VIEW_ITEMS } from '../../../src/extension/names/views';
import { manifest, textOf, whenClauses } from './manifest';

const { views, viewsContainers, viewsWelcome } = manifest.contributes;

describe('views', () => {
  test('our container holds exactly the views that the code fills', () => {
    expect(viewsContainers.activitybar.map(({ id }) => id)).toEqual(['mlsecops']);
    expect(Object.keys(views)).toEqual(['mlsecops']);
    expect(views['mlsecops']?.map(({ id }) => id)).toEqual(Object.values(VIEWS));
  });

  test('the panel is restored after a reload', () => {
    expect(manifest.activationEvents).toContain(`onWebviewPanel:${LIFECYCLE_PANEL}`);
  });

  test('welcome texts belong to our views and offer something to do', () => {
    for (const { view, contents } of viewsWelcome) {
      expect(Object.values(VIEWS)).toContain(view);
      expect(textOf(contents)).toMatch(/\n\[[^\]]+\]\(command:/u);
    }
  });

  test('the empty Findings view says something in each of its states', () => {
    const clauses = viewsWelcome.filter(({ view }) => view === VIEWS.findings).map(({ when }) => when);
    const states = [
      'serverFailed',
      '!config.mlsecops.enable',
      'workspaceFolderCount == 0',
      '!mlsecops.scanned',
      'mlsecops.filtered',
    ];
    for (const state of states)
      expect(
        clauses.some((clause) => clause.includes(state)),
        state,
      ).toBe(true);
  });

  test.each([
    [
      VIEWS.supplyChain,
      [
        'serverFailed',
        '!config.mlsecops.enable',
        'workspaceFolderCount == 0',
        '!mlsecops.scanned',
        'partsFiltered',
        '!mlsecops.hasParts',
      ],
    ],
    [
      VIEWS.maturity,
      ['serverFailed', '!config.mlsecops.enable', 'workspaceFolderCount == 0', '!mlsecops.scanned'],
    ],
  ])('the empty view %s says something in each of its states', (view, states) => {
    const clauses = viewsWelcome.filter((text) => text.view === view).map(({ when }) => when);
    for (const state of states) expect(clauses.join('\n'), state).toContain(state);
  });

  test('menus of rows ask for kinds of row that the trees give', () => {
    const asked = whenClauses().flatMap((clause) => [
      ...[...clause.matchAll(/viewItem == (\w+)/gu)].map((match) => match[1] ?? ''),
      ...[...clause.matchAll(/viewItem =~ \/\^\(([\w|]+)\)\$\//gu)].flatMap((match) =>
        (match[1] ?? '').split('|'),
      ),
    ]);
    expect(asked.length).toBeGreaterThan(0);
    for (const item of asked) expect(Object.values(VIEW_ITEMS)).toContain(item);
  });
});
