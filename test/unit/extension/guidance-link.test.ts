import { describe, expect, test } from 'vitest';
import { guidanceOfPath, ruleLinkTemplate } from '../../../src/extension/links/guidance-link';
import { catalog } from './support/sample';

describe('links to guidance', () => {
  test('the link of every rule opens that rule', () => {
    const template = ruleLinkTemplate('vscode', 'mlsecops-lens.mlsecops-lens');
    for (const { id } of catalog.rules) {
      const link = new URL(template.replaceAll('{rule}', encodeURIComponent(id)));
      expect(link.host).toBe('mlsecops-lens.mlsecops-lens');
      expect(guidanceOfPath(link.pathname)).toEqual({ rule: id });
    }
  });

  test('every stage and risk of the catalog can be linked to', () => {
    for (const { id } of catalog.stages) expect(guidanceOfPath(`/stage/${id}`)).toEqual({ stage: id });
    for (const { id } of catalog.risks) expect(guidanceOfPath(`/risk/${id}`)).toEqual({ risk: id });
  });

  test.each([
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
    expect(guidanceOfPath(path)).toBeUndefined();
  });
});
