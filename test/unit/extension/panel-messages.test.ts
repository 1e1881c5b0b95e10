import { describe, expect, test } from 'vitest';
import { parseFromPanel, safeLink } from '../../../src/extension/panel/panel-messages';

describe('messages of the panel', () => {
  test.each([
    [{ type: 'ready' }],
    [{ type: 'openFinding', id: 'a' }],
    [{ type: 'openLink', url: 'https://owasp.org/' }],
    [{ type: 'showFindings', stage: 'experimentation' }],
    [{ type: 'scan' }],
    [{ type: 'search', query: 'poisoning' }],
    [{ type: 'export', format: 'png', lifecycle: 'mlsecops' }],
    [{ type: 'export', format: 'svg', lifecycle: 'mlsecops', overlay: 'as:DS' }],
    [{ type: 'exportCrosswalk', format: 'csv', rows: 'controls', columns: 'stages' }],
    [{ type: 'exportLineage', format: 'mermaid' }],
    [{ type: 'exportBom' }],
    [{ type: 'picture', png: 'iVBORw0KGgo=' }],
    [{ type: 'picture', problem: 'No canvas.' }],
  ])('%j is taken', (message) => {
    expect(parseFromPanel(message)).toEqual(message);
  });

  test.each([
    [undefined],
    [null],
    ['ready'],
    [{}],
    [{ type: 'command', command: 'workbench.action.terminal.new' }],
    [{ type: 'search', query: 'x'.repeat(300) }],
    [{ type: 'export', format: 'exe', lifecycle: 'mlsecops' }],
    [{ type: 'exportCrosswalk', format: 'csv', rows: 'controls' }],
    [{ type: 'exportLineage', format: 'html' }],
    [{ type: 'picture', png: 'data:image/png;base64,AAAA' }],
    [{ type: 'openFinding' }],
    [{ type: 'openFinding', id: 7 }],
    [{ type: 'openLink', url: 'x'.repeat(5000) }],
  ])('%j is refused', (message) => {
    expect(parseFromPanel(message)).toBeUndefined();
  });
});

describe('links of the panel', () => {
  test('https is opened', () => {
    expect(safeLink('https://owasp.org/a?b=c#d')).toBe('https://owasp.org/a?b=c#d');
  });

  test.each([
    'http://owasp.org/',
    'file:///etc/passwd',
    'command:workbench.action.terminal.new',
    'vscode://extension/command',
    'javascript:alert(1)',
    'https://owasp.org@evil.example/',
    'not a link',
    '',
  ])('%s is not', (url) => {
    expect(safeLink(url)).toBeUndefined();
  });
});
