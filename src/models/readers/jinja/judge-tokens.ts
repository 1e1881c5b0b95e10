import { attributeProblem, isHarmfulCall, isPythonRoot } from './harmful-names';
import type { TemplateProblem } from './judge-expression';
import type { TemplateToken } from './template-part';

/**
 * Judges a tag that was not understood, by its words and texts alone: names after a dot, texts – each, and those of the tag put
 * together – that are names of internals, calls.
 */
export function* judgeTokens(tokens: readonly TemplateToken[]): Generator<TemplateProblem> {
  const code = tokens
    .slice(0, 60)
    .map(({ kind, value }) => (kind === 'string' ? `'${value.slice(0, 60)}'` : value))
    .join(' ');
  const strings = tokens.filter(({ kind }) => kind === 'string').map(({ value }) => value);
  const together = strings.join('').slice(0, 10_000);
  const names = tokens.filter(({ kind }, at) => kind === 'name' && isOperator(tokens[at - 1], '.'));
  const fetched = [
    ...names.map(({ value }) => value),
    ...strings,
    ...(together.match(/__[a-z_]+__/gu) ?? []),
  ];
  const internal = fetched.find((name) => attributeProblem(name) === 'internals');
  if (internal !== undefined) {
    yield {
      verdict: 'malicious',
      message: `The template reaches for "${internal.slice(0, 60)}", the way from a value to the code behind it.`,
      code,
    };
  }
  const called = tokens.find(
    ({ kind, value }, at) =>
      kind === 'name' &&
      isOperator(tokens[at + 1], '(') &&
      (isOperator(tokens[at - 1], '.') ? isHarmfulCall(value) : isPythonRoot(value)),
  );
  if (called) {
    yield {
      verdict: 'malicious',
      message: `The template calls "${called.value}", which does things outside of the template.`,
      code,
    };
  }
}

function isOperator(token: TemplateToken | undefined, value: string): boolean {
  return token?.kind === 'operator' && token.value === value;
}
