import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guideOf, type GuideEntries } from '../../src/catalog/entries';
import { readGuide } from '../../src/catalog/read-guide';

/** Text of the guide as it ships; `catalog:compile` makes it. */
export const guideText = (): string =>
  readFileSync(fileURLToPath(new URL('../../src/catalog/guide.generated.json', import.meta.url)), 'utf8');

let entries: GuideEntries | undefined;

/** The entries of the guide, read once for all tests of a file. */
export function guideEntries(): GuideEntries {
  return (entries ??= readGuide(guideText()));
}

/** The guide by kind and id. */
export const builtInGuide = () => guideOf(guideEntries());
