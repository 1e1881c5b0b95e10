import { ApiIndex } from '../../../analysis/api-index';
import { unpackApis } from '../../../catalog/packed-core';
import type { Api, ApiOf } from '../../../catalog/schema/api';
import type { Call } from '../../../source/expression';
import { callAlternatives } from '../../../catalog/schema/call-alternatives';
import type { SourceLanguage, SourceModel } from '../../../source/model';
import { PART_FACTS } from './part-facts';

let all: readonly Api[] | undefined;
const rootSets = new Map<'python' | 'javascript', ReadonlySet<string>>();
const indexes = new Map<'python' | 'javascript', ApiIndex>();

/** The functions of libraries that make or name a part, in a language. */
export function partApis(language: SourceLanguage): readonly Api[] {
  all ??= unpackApis(PART_FACTS.partApis);
  const wanted = languageOf(language);
  return all.filter((api) => (api.language ?? 'python') === wanted);
}

/** What a call makes or names: by what ships, and by the project's own `apis:`. */
export function partsOfCall(call: Call, apis: ApiIndex, language: SourceLanguage): readonly ApiOf<'part'>[] {
  const own = apis.ofCall(call).filter((api) => api.is === 'part');
  return [...own, ...shippedParts(call, language)];
}

/** What a call makes or names by what ships. */
export function shippedParts(call: Call, language: SourceLanguage): readonly ApiOf<'part'>[] {
  return indexFor(language)
    .ofCall(call)
    .filter((api) => api.is === 'part');
}

function indexFor(language: SourceLanguage): ApiIndex {
  const name = languageOf(language);
  let index = indexes.get(name);
  if (!index) indexes.set(name, (index = new ApiIndex(partApis(language))));
  return index;
}

/** Whether a program imports a library of which a function makes a part. */
export function mayMakeParts({ imports, language }: Pick<SourceModel, 'imports' | 'language'>): boolean {
  const roots = rootsFor(language);
  return imports.some(({ module }) => module.startsWith('.') || roots.has(rootOf(module, language)));
}

function rootsFor(language: SourceLanguage): ReadonlySet<string> {
  const name = languageOf(language);
  let roots = rootSets.get(name);
  if (!roots) {
    const calls = partApis(language).flatMap(({ call }) => callAlternatives(call));
    rootSets.set(name, (roots = new Set(calls.map((call) => rootOf(call, language)))));
  }
  return roots;
}

/** `langchain` of `langchain.chat_models`, `@ai-sdk/openai` of `@ai-sdk/openai.openai`. */
function rootOf(name: string, language: SourceLanguage): string {
  if (language === 'python') return name.split('.', 1)[0] ?? name;
  const [, root = name] = /^(@[^/]+\/[^/.]+|[^/.@]+)/u.exec(name) ?? [];
  return root;
}

function languageOf(language: SourceLanguage): 'python' | 'javascript' {
  return language === 'python' ? 'python' : 'javascript';
}
