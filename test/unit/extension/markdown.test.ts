import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../src/extension/support/markdown';

describe('foreign text in a hover', () => {
  test('has no bare address that an editor would make a link', () => {
    const text = escapeMarkdown('see https://evil.example, www.evil.example or a@evil.example');
    expect(text).not.toMatch(/https?:|www\.|@evil\./u);
  });

  test('has no link, no HTML and no emphasis', () => {
    expect(escapeMarkdown('[a](command:x) <img src=x> **b** `c`')).toBe(
      '\\[a\\]\\(command\\:x\\) &lt;img src=x&gt; \\*\\*b\\*\\* \\`c\\`',
    );
  });
});
