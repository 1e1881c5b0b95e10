import type { Framework } from '../../catalog/schema/framework';

/** The title of a framework with its edition; `state of 2026-08-22` is no edition but says when it was read. */
export function frameworkName({ title, edition }: Framework): string {
  const printed = !/^(state of|repository)\b/.test(edition) && !title.includes(edition);
  return printed ? `${title} ${edition}` : title;
}
