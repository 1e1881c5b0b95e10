import { ApiIndex } from '../../../analysis/api-index';
import { unpackApis } from '../../../catalog/packed-core';
import type { Api, ApiOf } from '../../../catalog/schema/api';
import type { Call } from '../../../source/expression';
import type { SourceLanguage } from '../../../source/model';
import { PART_FACTS } from './part-facts';

let all: readonly Api[] | undefined;
const indexes = new Map<'python' | 'javascript', ApiIndex>();

/** The functions of libraries that make or name a part, in a language. */
export function partApis(language: SourceLanguage): readonly Api[] {
  all ??= unpackApis(PART_FACTS.partApis);
  const wanted = languageOf(language);
  return all.filter((api) => (api.language ?? 'python') === wanted);
}

/** What a call makes or names: by what ships, and by the project's own `apis:`. */
export function partsOfCall(call: Call, apis: ApiIndex, language: SourceLanguage): readonly ApiOf<'part'>[] {
  return [...apis.ofCall(call), ...indexFor(language).ofCall(call)].filter((api) => api.is === 'part');
}

function indexFor(language: SourceLanguage): ApiIndex {
  const name = languageOf(language);
  let index = indexes.get(name);
  if (!index) indexes.set(name, (index = new ApiIndex(partApis(language))));
  return index;
}

function languageOf(language: SourceLanguage): 'python' | 'javascript' {
  return language === 'python' ? 'python' : 'javascript';
}
