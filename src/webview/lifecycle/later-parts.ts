import { later } from './later';
import { OVERLAYS } from './overlay/later-overlays';

/** The views beside the diagram. */
export const VIEWS = later(() => import('./other-views'));

/** The pages of stages, entries, rules and overlays. */
export const PAGES = later(() => import('./pages'));

/** Loads everything that the first drawing did without. */
export async function loadLaterParts(): Promise<void> {
  await Promise.all([OVERLAYS.load(), VIEWS.load(), PAGES.load()]);
}
