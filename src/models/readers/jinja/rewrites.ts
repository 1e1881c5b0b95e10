import { expressionsWithin, type JinjaExpression } from './jinja-expression';
import type { TemplateProblem } from './judge-expression';
import { showExpression } from './show-expression';

/** An address, an account or a number to pay to: what somebody would put in the place of another one. */
const ADDRESS =
  /^(?:https?:\/\/\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?|\S+@\S+\.\S+|0x[0-9a-f]{16,}|[13][1-9a-zA-Z]{25,})$/iu;

/** A template that replaces an address in what somebody wrote by another one. */
export function* findRewrites(root: JinjaExpression): Generator<TemplateProblem> {
  for (const each of expressionsWithin(root)) {
    const isFilter = each.kind === 'filter' && each.name === 'replace';
    const isMethod =
      each.kind === 'call' && each.callee.kind === 'member' && isText(each.callee.key, 'replace');
    if (!isFilter && !isMethod) continue;
    const [, to] = each.positional;
    if (to?.kind !== 'string' || !ADDRESS.test(to.value)) continue;
    yield {
      verdict: 'suspicious',
      message: `The template puts "${to.value.slice(0, 60)}" in the place of something that was written.`,
      code: showExpression(each),
    };
  }
}

function isText(expression: JinjaExpression, value: string): boolean {
  return expression.kind === 'string' && expression.value === value;
}
