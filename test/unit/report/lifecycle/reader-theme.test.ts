import { expect, test } from 'vitest';
import { pageInTheme } from '../../../../src/report/lifecycle/page/reader-theme';
import { reportStyle } from '../../../../src/report/workspace/page/report-style';

test('a page that follows its reader is made light or dark for a place that is', () => {
  const page = `<style>${reportStyle()}</style>`;
  expect(page).toContain('prefers-color-scheme:dark');
  const [dark, light] = [pageInTheme(page, 'dark'), pageInTheme(page, 'light')];
  for (const fixed of [dark, light]) expect(fixed).not.toContain('prefers-color-scheme');
  expect(dark).toContain('@media screen{');
  expect(light).toContain('@media not all{');
  // Paper is light wherever it is printed from.
  for (const fixed of [dark, light]) expect(fixed).toContain('@media print{');
});
