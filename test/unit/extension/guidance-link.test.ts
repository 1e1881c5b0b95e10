import { describe, expect, test } from 'vitest';
import { entryLink, guidanceOfLink, ruleLinkTemplate } from '../../../src/extension/links/guidance-link';
import { ENTRY_KINDS } from '../../../src/catalog/entry-kinds';
import { catalog } from './support/sample';

describe('links to guidance', () => {
  test('the link of every rule opens that rule', () => {
    const template = ruleLinkTemplate('vscode', 'mlsecops-lens.mlsecops-lens');
    for (const { id } of catalog.rules) {
      const link = new URL(template.replaceAll('{rule}', encodeURIComponent(id)));
      expect(link.host).toBe('mlsecops-lens.mlsecops-lens');
      expect(guidanceOfLink(link.pathname)).toEqual({ rule: id });
    }
  });

  test('every stage and risk of the catalog can be linked to', () => {
    for (const { id } of catalog.stages) expect(guidanceOfLink(`/stage/${id}`)).toEqual({ stage: id });
    for (const { id } of catalog.risks) expect(guidanceOfLink(`/risk/${id}`)).toEqual({ risk: id });
  });

  test('every entry of the catalog can be linked to, and its link opens it', () => {
    for (const kind of ENTRY_KINDS) {
      for (const { id } of catalog[kind]) {
        const link = new URL(entryLink('vscode', 'mlsecops-lens.mlsecops-lens', `${kind}/${id}`));
        expect(guidanceOfLink(link.pathname), `${kind}/${id}`).toEqual({ entry: `${kind}/${id}` });
      }
    }
  });

  test('a link can name an overlay, a lifecycle and a view, alone or beside a stage', () => {
    expect(guidanceOfLink('/overlay/owasp-llm-2026')).toEqual({ overlay: 'owasp-llm-2026' });
    expect(guidanceOfLink('/overlay/as:DS')).toEqual({ overlay: 'as:DS' });
    expect(guidanceOfLink('/view/crosswalk')).toEqual({ view: 'crosswalk' });
    expect(guidanceOfLink('/stage/model-serving', 'overlay=roles&lifecycle=mlsecops')).toEqual({
      stage: 'model-serving',
      overlay: 'roles',
      lifecycle: 'mlsecops',
    });
  });

  test('what is not known in a query is left out', () => {
    expect(guidanceOfLink('/stage/model-serving', 'overlay=<script>&view=terminal&command=x')).toEqual({
      stage: 'model-serving',
    });
  });

  test.each([
    '/entry',
    '/entry/controls',
    '/entry/controls/',
    '/entry/nothing/C06',
    '/entry/constructor/x',
    '/entry/controls/../../x',
    '/view/terminal',
    '/overlay/a/b',
    '',
    '/',
    '/rule',
    '/rule/',
    'rule/torch-load-unsafe',
    '/rule/torch-load-unsafe/more',
    '/command/workbench.action.terminal.new',
    '/rule/../../etc/passwd',
    '/rule/<img src=x>',
    '/rule/a b',
    '/constructor/x',
    `/rule/${'x'.repeat(500)}`,
  ])('%j leads nowhere', (path) => {
    expect(guidanceOfLink(path)).toBeUndefined();
  });
});
