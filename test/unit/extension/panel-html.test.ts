import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { newNonce, panelHtml } from '../../../src/extension/panel/panel-html';

const page = {
  script: 'https://resource.example/dist/webview/lifecycle.js',
  style: 'https://resource.example/dist/webview/lifecycle.css',
  cspSource: 'https://resource.example',
  nonce: '0123456789abcdef0123456789abcdef',
  title: 'MLSecOps Lifecycle',
};

function documentOf(html: string): Document {
  return new JSDOM(html).window.document;
}

function policyOf(document: Document): Map<string, string> {
  const content =
    document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  return new Map(
    content.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
}

describe('the page of the lifecycle panel', () => {
  const document = documentOf(panelHtml(page));

  test('allows nothing but its own script, styles, pictures and fonts', () => {
    expect(Object.fromEntries(policyOf(document))).toEqual({
      'default-src': "'none'",
      'script-src': `'nonce-${page.nonce}'`,
      'style-src': `${page.cspSource} 'nonce-${page.nonce}'`,
      'img-src': `${page.cspSource} blob:`,
      'font-src': page.cspSource,
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  test('never allows inline or evaluated code', () => {
    expect(panelHtml(page)).not.toMatch(/unsafe-|\son\w+=|javascript:/u);
  });

  test('has one script, and that one carries the nonce', () => {
    const scripts = [...document.querySelectorAll('script')];
    expect(scripts.map((script) => [script.getAttribute('src'), script.getAttribute('nonce')])).toEqual([
      [page.script, page.nonce],
    ]);
    expect(scripts[0]?.textContent).toBe('');
  });

  test('has a language, a title and a root', () => {
    expect(document.documentElement.lang).toBe('en');
    expect(document.title).toBe(page.title);
    expect(document.querySelector('#root')).not.toBeNull();
  });

  test('text that is put in stays text', () => {
    const hostile = documentOf(
      panelHtml({ ...page, title: '</title><script>x</script>', style: '"><script>y</script>' }),
    );
    expect(hostile.querySelectorAll('script')).toHaveLength(1);
    expect(hostile.title).toBe('</title><script>x</script>');
  });

  test('each page gets a nonce of its own with 128 bits', () => {
    const nonces = Array.from({ length: 50 }, newNonce);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce).toMatch(/^[0-9a-f]{32}$/u);
  });
});
