import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import { flowOptions } from './flow-options';
import { isLogCall, loggedValues } from './logged-values';
import { isSecretCall, secretSource, type SecretSource } from './secret-source';
import { isSecretVariable } from './telling-names';

/** A secret among what a call writes down. */
export interface LoggedSecret extends SecretSource {
  readonly value: Expression;
  readonly origin: Origin | undefined;
}

const TRACKER =
  /^(?:wandb\.(?:init|log|config\.update|run\.config\.update|run\.log|init\(\)\.(?:log|config\.update))|mlflow\.(?:log_params?|log_dict|log_text|set_tags?)|streamlit\.(?:write|text|code|markdown|info|success|warning|error|json|caption)|sentry_sdk\.(?:capture_message|set_(?:context|extra|tag)))$/;

const TELLS_OF_ONE = /^(?:has|is|no|use|num|n|len|masked|hashed|encrypted)(?:_|[A-Z])/;

const NAMES_A_PLACE =
  /(?:_(?:name|hash|file|path|dir|env|var|NAME|HASH|FILE|PATH|DIR|ENV|VAR)|[a-z](?:Name|Hash|File|Path|Dir))$/;

const FAILURE = /^(?:builtins\.)?(?:\w+\.)*\w*(?:Error|Exception|Warning)$/;

/** Where a call writes what it is given, in words; undefined when it does not. */
export function writesTo(call: Call): string | undefined {
  if (isLogCall(call)) return 'the log';
  if (call.names.some((name) => TRACKER.test(name))) {
    return call.names.some((name) => name.startsWith('streamlit.')) ? 'the page' : 'the tracker';
  }
  const { callee } = call;
  if (
    callee.kind === 'attribute' &&
    /^(?:set_attributes?|setAttributes?|add_event|addEvent|log_param)$/.test(callee.name)
  )
    return 'the trace';
  const name = callee.kind === 'name' ? callee.name : undefined;
  return name !== undefined && FAILURE.test(name) ? 'the error message' : undefined;
}

/** The first secret that a call writes as it is, not masked, counted, hashed or compared. */
export function loggedSecret(call: Call, context: RuleContext): LoggedSecret | undefined {
  for (const value of loggedValues(call)) {
    const found = secretOf(value, context);
    if (found) return found;
  }
  return undefined;
}

function secretOf(value: Expression, context: RuleContext): LoggedSecret | undefined {
  const { model } = context;
  // A slice shows a part; a comparison or a condition only whether it is there.
  const isRead =
    value.kind === 'name' ||
    value.kind === 'attribute' ||
    value.kind === 'subscript' ||
    value.kind === 'call';
  if (!isRead || (value.kind === 'subscript' && value.index === undefined)) return undefined;
  // `token_path` is where the secret lies, `has_key` whether there is one.
  if (value.kind === 'name' && (TELLS_OF_ONE.test(value.name) || NAMES_A_PLACE.test(value.name))) {
    return undefined;
  }
  const options = flowOptions('secret', (call) => isSecretCall(call, context), context);
  for (const origin of model.origins(value, options)) {
    if (
      origin.access.some(
        (step) =>
          step === '*' || /^(?:keys|startswith|endswith|count|index|find|encode|isspace)\(\)$/.test(step),
      )
    )
      continue;
    const source = secretSource(origin, context);
    if (!source) continue;
    const isEnvironment = /\b(?:process|import\.meta)\.env\b/.test(model.textAt(origin.expression.range));
    return { ...source, ...(isEnvironment ? { confidence: 'certain' } : {}), value, origin };
  }
  if (value.kind !== 'name' || !isSecretVariable(value.name)) return undefined;
  const seen = model.dereference(value);
  const isFlag = seen.kind === 'constant' || seen.kind === 'number' || seen.kind === 'string';
  // What was made of something else may be a mask; what a function of unknown kind gave is named like a secret.
  const isMade =
    seen.kind === 'call' && /mask|hash|redact|obfus|censor|len|bool/i.test(model.textAt(seen.callee.range));
  const isOther =
    seen.kind === 'binary' ||
    seen.kind === 'other' ||
    seen.kind === 'subscript' ||
    seen.kind === 'conditional';
  return isFlag || isMade || isOther
    ? undefined
    : { name: value.name, confidence: 'probable', value, origin: undefined };
}
