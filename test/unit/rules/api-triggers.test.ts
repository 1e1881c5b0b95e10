import { expect, it } from 'vitest';
import { apiTriggers } from '../../../src/analysis/triggers/trigger-sets';
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

/** A value that has to be written, by position or by keyword, as only what the file itself says counts. */
function necessaryValues(api: Api): readonly string[] {
  if (!('unsafeWhen' in api) || !api.unsafeWhen) return [];
  const isTrue = api.unsafeWhen.every(
    ({ equals, name, absent }) =>
      !name && absent !== true && equals !== undefined && equals.every((value) => value === true),
  );
  return isTrue ? ['True'] : [];
}

it('filters no file out that holds a reader, a download or a remote-code switch', () => {
  const kinds: readonly string[] = ['deserialization', 'download', 'remote-code'];
  const apis = builtInCatalog().apis.filter(({ is }) => kinds.includes(is));
  const wrong = apis.filter((api) => {
    const names = callAlternatives(api.call);
    const sets = apiTriggers(api);
    const written = (word: string): boolean =>
      necessaryKeywords(api).includes(word) || necessaryValues(api).includes(word);
    const allNecessary = sets.every((words, at) =>
      words.every(({ text }) => names[at]?.includes(text) || written(text)),
    );
    return sets.length !== names.length || !allNecessary;
  });
  expect(apis.length).toBeGreaterThan(80);
  expect(wrong.map((api) => api.call)).toEqual([]);
});
