import { expect, it } from 'vitest';
import { triggerWord } from '../../../src/analysis/trigger-words';
import { builtInCatalog } from '../../../src/catalog/built-in';
import type { Api } from '../../../src/catalog/schema/api';
import { callAlternatives } from '../../../src/catalog/schema/call-alternatives';

/** Keywords that have to be written for the API to matter; an argument that may be positional does not count. */
function necessaryKeywords(api: Api): readonly (string | undefined)[] {
  if (!('unsafeWhen' in api) || !api.unsafeWhen) return [];
  return api.unsafeWhen
    .filter(({ position, absent }) => position === undefined && absent !== true)
    .flatMap(({ keyword, key }) => [keyword, key]);
}

it('filters no file out that holds a reader, a download or a remote-code switch', () => {
  const kinds: readonly string[] = ['deserialization', 'download', 'remote-code'];
  const apis = builtInCatalog().apis.filter(({ is }) => kinds.includes(is));
  const wrong = apis.filter((api) => {
    const word = triggerWord(api);
    const inEveryName = callAlternatives(api.call).every((call) => call.includes(word));
    return word === '' || !(inEveryName || necessaryKeywords(api).includes(word));
  });
  expect(apis.length).toBeGreaterThan(80);
  expect(wrong.map((api) => `${api.call}: ${triggerWord(api)}`)).toEqual([]);
});
