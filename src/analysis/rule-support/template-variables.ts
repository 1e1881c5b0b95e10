import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import type { PromptPart } from './prompt-parts';

/** Calls whose texts are templates; a message object holds its text as it is. */
const TEMPLATE = /PromptTemplate(?:\.from_?(?:[mM]essages|[tT]emplate|PromptMessages))?$/;

/** Whether what a call builds is a template whose variables are filled later. */
export function isPromptTemplate(call: Call): boolean {
  return call.names.some((name) => TEMPLATE.test(name));
}

/** The variables of a part of a template: `{name}`, where doubled braces are braces. */
export function templateVariables({ content }: PromptPart, model: SourceModel): readonly string[] {
  const parts = model.stringParts(content) ?? [];
  const text = parts.map((part) => (part.kind === 'text' ? part.value : '')).join('');
  const plain = text.replaceAll('{{', '').replaceAll('}}', '');
  return [...plain.matchAll(/\{([A-Za-z_]\w*)(?::[^{}]*)?\}/g)].map(([, name = '']) => name);
}
