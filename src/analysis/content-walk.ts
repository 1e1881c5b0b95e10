import type { DocumentContent } from '../source/content/document-content';
import type { ActiveRule } from './active-rules';
import type { RuleContext, RuleListeners } from './rule';
import type { RuleRun } from './rule-run';

/** For each rule and each part of a document's content that it looks at, what hands the parts to it. */
export function contentWays(active: readonly ActiveRule[]): readonly ((run: RuleRun) => void)[] {
  return active.flatMap((one) => {
    const { command, package: request, packageOption, image, instruction, data, prose } = one.rule.on;
    return [
      each(one, command, ({ commands }) => commands),
      each(one, request, ({ packages }) => packages),
      each(one, packageOption, ({ packageOptions }) => packageOptions),
      each(one, image, ({ images }) => images),
      each(one, instruction, ({ instructions }) => instructions),
      each(one, data, (content) => content.data),
      each(one, prose, (content) => (content.prose ? [content.prose] : [])),
    ].filter((way) => way !== undefined);
  });
}

/** Whether a rule looks at anything besides a program. */
export function looksAtContent(on: RuleListeners): boolean {
  const { command, package: request, packageOption, image, instruction, data, prose } = on;
  return [command, request, packageOption, image, instruction, data, prose].some((one) => one !== undefined);
}

function each<T>(
  rule: ActiveRule,
  listener: ((part: T, context: RuleContext) => void) | undefined,
  parts: (content: DocumentContent) => readonly T[],
): ((run: RuleRun) => void) | undefined {
  if (!listener) return undefined;
  return (run) => {
    const found = parts(run.content);
    if (found.length > 0) run.call(rule, (context) => found.forEach((part) => listener(part, context)));
  };
}
