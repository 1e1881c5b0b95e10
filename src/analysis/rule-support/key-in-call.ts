import type { Call, Expression, StringExpression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { isModelClient, keyArguments } from './key-arguments';
import { guessKey } from './key-guess';
import { reportGuess, reportKey } from './key-report';
import { literalSecrets } from './literal-secrets';
import { wholeSecret } from './secret-matcher';
import { isSecretVariable } from './telling-names';

/** Looks at the keys a call is given: by a client's keyword or place, as the default of a variable or an option. */
export function checkKeyInCall(call: Call, context: RuleContext): void {
  const named = namedDefault(call, context);
  if (named) {
    const literal = literalOf(named.value, context);
    const guess = literal?.value === undefined ? undefined : guessKey(literal.value, context.catalog);
    if (literal && guess && literalSecrets(literal, context).length === 0)
      reportGuess(guess, literal, { name: named.name }, context);
    return;
  }
  if (call.names.length === 0) return;
  for (const { value } of keyArguments(call)) {
    const literal = literalOf(value, context);
    if (literal?.value === undefined || literalSecrets(literal, context).length > 0) continue;
    const secret = literal.value;
    const format = wholeSecret(secret, context.catalog, ({ context: place }) =>
      (place?.modules ?? []).some((module) => call.names.some((name) => `${name}.`.startsWith(`${module}.`))),
    );
    if (format) {
      reportKey({ format, secret, range: literal.range, whole: true }, literal, context);
      continue;
    }
    const guess = isModelClient(call, context) ? guessKey(secret, context.catalog) : undefined;
    if (guess) reportGuess(guess, literal, { name: undefined }, context);
  }
}

function literalOf(value: Expression, { model }: RuleContext): StringExpression | undefined {
  const literal = model.dereference(value);
  return literal.kind === 'string' ? literal : undefined;
}

/** `os.getenv("API_KEY", "sk-...")`, `add_argument("--api-key", default="sk-...")`: a name and what is used without it. */
function namedDefault(
  call: Call,
  { model }: RuleContext,
): { readonly name: string; readonly value: Expression } | undefined {
  const last =
    call.callee.kind === 'attribute' ? call.callee.name : call.callee.kind === 'name' ? call.callee.name : '';
  const isEnvironment = /^(?:getenv|get|setdefault|pop|putenv|config|env|str)$/.test(last);
  if (!isEnvironment && !/^(?:add_argument|option|Option|text_input|set_secret)$/.test(last))
    return undefined;
  const [first, second] = call.arguments;
  if (!first || first.keyword !== undefined) return undefined;
  const fallback =
    call.arguments.find(({ keyword }) => keyword === 'default' || keyword === 'value') ??
    (isEnvironment && second?.keyword === undefined ? second : undefined);
  const name = fallback && model.evaluate(first.value);
  if (!fallback || !name?.known || typeof name.value !== 'string') return undefined;
  const plain = name.value.replace(/^-+/, '');
  return isSecretVariable(plain) ? { name: plain, value: fallback.value } : undefined;
}
