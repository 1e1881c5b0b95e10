import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { isSecretName, saysSecret } from './telling-names';

/** A secret that a flow begins with. */
export interface SecretSource {
  /** For a message: the name of the secret, or what it is. */
  readonly name: string;
  readonly confidence: Confidence;
}

/** Whether a call is one of those that secrets come from, whatever it returns here. */
export function isSecretCall(call: Call, { apis, model }: RuleContext): boolean {
  return apis.ofKind('secret-source', call, model).length > 0;
}

/** Says which secret a flow begins with; undefined when it is none, or that is not known. */
export function secretSource(origin: Origin, context: RuleContext): SecretSource | undefined {
  const { expression } = origin;
  return storedSecret(expression, origin, context) ?? namedSecret(origin);
}

function storedSecret(
  expression: Expression,
  { access }: Origin,
  context: RuleContext,
): SecretSource | undefined {
  const { apis, model } = context;
  for (const api of apis.ofKind('secret-source', expression, model)) {
    if (!api.name) return { name: lastKey(access) ?? 'a stored secret', confidence: 'certain' };
    const name = expression.kind === 'call' ? evaluated(expression, api.name, context) : access[0];
    if (name !== undefined && isSecretName(name)) return { name, confidence: 'certain' };
  }
  return undefined;
}

function lastKey(access: readonly string[]): string | undefined {
  return access.filter((name) => name !== '*' && !name.endsWith('()')).at(-1);
}

function evaluated(
  call: Call,
  selector: Parameters<Call['argument']>[0],
  { model }: RuleContext,
): string | undefined {
  const found = call.argument(selector);
  const value = found.state === 'given' ? model.evaluate(found.argument.value) : undefined;
  return value?.known && typeof value.value === 'string' ? value.value : undefined;
}

/** `settings.secret_key`, or a parameter `db_password`: the name says it, the value is not in this file. */
function namedSecret({ expression, access, parameter }: Origin): SecretSource | undefined {
  if (expression.kind === 'call' || expression.kind === 'string') return undefined;
  const field = lastKey(access) ?? (expression.kind === 'attribute' ? expression.name : undefined);
  const name = field ?? parameter?.parameter.name;
  return name !== undefined && saysSecret(name) ? { name, confidence: 'probable' } : undefined;
}
