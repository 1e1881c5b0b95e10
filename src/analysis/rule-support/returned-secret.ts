import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { flowOptions } from './flow-options';
import { isSecretCall, secretSource, type SecretSource } from './secret-source';
import { saysSecret } from './telling-names';

/** A secret that reaches an expression. */
export interface ReachingSecret {
  /** For a message: "`API_KEY`", "the whole environment". */
  readonly written: string;
  readonly origin: Origin;
  readonly confidence: Confidence;
}

const ENVIRONMENT = /^(?:os\.environ|(?:globals\.)?process\.env)$/u;

/** What may be read of the environment without choosing a variable. */
const WHOLE = new Set(['items()', 'values()', 'copy()', '*']);

/** The beginning or end of a key, as in `key[:4]`: shown on purpose, so that people can tell keys apart. */
const SHORTENED = /\[\s*(?:-?\d+\s*)?:\s*(?:-?\d+\s*)?\]/;

/** Looks whether a secret – of the environment, of a vault, of the settings – or the environment as a whole reaches an expression. */
export function reachingSecret(expression: Expression, context: RuleContext): ReachingSecret | undefined {
  const { model } = context;
  if (SHORTENED.test(model.textAt(expression.range))) return undefined;
  const options = flowOptions('secret', (call) => isSecretCall(call, context), context);
  for (const origin of model.origins(expression, options)) {
    if (isWholeEnvironment(origin, context))
      return { written: 'the whole environment', origin, confidence: 'certain' };
    if (isAnyVariable(origin, context))
      return { written: 'any environment variable', origin, confidence: 'certain' };
    if (origin.parameter) continue;
    const source = secretSource(origin, context) ?? readSecret(origin);
    if (source) return { written: `\`${source.name}\``, origin, confidence: source.confidence };
  }
  return undefined;
}

function isWholeEnvironment({ expression, access }: Origin, { model }: RuleContext): boolean {
  return (
    expression.kind === 'attribute' &&
    access.every((name) => WHOLE.has(name)) &&
    model.qualifiedNames(expression).some((name) => ENVIRONMENT.test(name))
  );
}

/** `os.getenv(name)`, where the caller chooses the name. */
function isAnyVariable({ expression }: Origin, context: RuleContext): boolean {
  return expression.kind === 'call' && readsChosenVariable(expression, context);
}

function readsChosenVariable(call: Call, { model }: RuleContext): boolean {
  if (!call.names.some((name) => name === 'os.getenv' || name === 'os.environ.get')) return false;
  const name = call.argument({ keyword: 'key', position: 0 });
  if (name.state !== 'given') return false;
  return model.origins(name.argument.value).some(({ parameter, whole }) => parameter !== undefined && whole);
}

/** `json.load(file)["api_key"]`: what was read has the name of a secret. */
function readSecret({ expression, access }: Origin): SecretSource | undefined {
  const name = expression.kind === 'call' ? access.at(-1) : undefined;
  return name !== undefined && saysSecret(name) ? { name, confidence: 'probable' } : undefined;
}
