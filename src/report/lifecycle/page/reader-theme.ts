import type { Theme } from '../../../diagram/static/palette';

/** When a page is dark that follows the system of its reader. */
export const DARK_READER = '@media screen and (prefers-color-scheme:dark)';

/** A page that follows the system of its reader, for a place that is light or dark whatever the system is. */
export function pageInTheme(page: string, theme: Theme): string {
  return page.replaceAll(DARK_READER, theme === 'dark' ? '@media screen' : '@media not all');
}
