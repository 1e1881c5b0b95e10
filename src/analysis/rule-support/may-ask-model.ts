import type { ApiKind } from '../../catalog/schema/api';
import { callAlternatives } from '../../catalog/schema/call-alternatives';
import type { DocumentQuestion } from '../../source/section';
import type { RuleContext } from '../rule';
import { UNNAMED_MODEL_WORDS } from './unnamed-model-call';

const KINDS = new Set<ApiKind>(['llm-call', 'tool-function', 'prompt']);

/** By the API knowledge: a project's own entries change what is known, and so the answer. */
const questions = new WeakMap<RuleContext['apis'], DocumentQuestion<boolean>>();
let asked = 0;

/**
 * Whether a program can ask a model at all: it imports a package for that, or holds a word of a call that needs none. Asked before a
 * value is followed, so that programs without models cost nothing.
 */
export function mayAskModel({ apis, model }: RuleContext): boolean {
  const ofLibraries = apis.ofLibraries ?? apis;
  if (apis !== ofLibraries && apis.all.some(({ is }) => KINDS.has(is))) return true;
  let question = questions.get(ofLibraries);
  if (!question) questions.set(ofLibraries, (question = questionFor(ofLibraries)));
  return model.ask(question);
}

function questionFor(apis: RuleContext['apis']): DocumentQuestion<boolean> {
  const calls = apis.all.filter(({ is }) => KINDS.has(is)).flatMap(({ call }) => callAlternatives(call));
  const packages = new Set(calls.map((call) => (call.split('.', 1)[0] ?? '').replaceAll('()', '')));
  return {
    id: `asks a model, by knowledge ${asked++}`,
    ask: ({ imports, text }) =>
      imports.some(({ module }) => packages.has(module.split('.', 1)[0] ?? '')) ||
      UNNAMED_MODEL_WORDS.some((word) => text.includes(word)),
  };
}
