import type { Call, Expression } from '../../source/expression';
import type { FlowStep, Origin } from '../../source/model';
import type { RuleContext } from '../rule';
import { flowOptions } from './flow-options';
import { HAS_SECRET_WORDS } from './logged-secret-words';
import { isScript } from './language';
import { isLogCall, loggedValues } from './logged-values';
import { isSecretCall, secretSource, type SecretSource } from './secret-source';
import { isTestedEmpty } from './tested-empty';
import { saysSecret } from './telling-names';

/** A secret among what a call writes down. */
export interface LoggedSecret extends SecretSource {
  readonly value: Expression;
  readonly origin: Origin | undefined;
}

const TRACKER =
  /^(?:wandb\.(?:init|log|config\.update|run\.config\.update|run\.log|init\(\)\.(?:log|config\.update))|mlflow\.(?:log_params?|log_dict|log_text|set_tags?)|streamlit\.(?:write|text|code|markdown|info|success|warning|error|json|caption)|sentry_sdk\.(?:capture_message|set_(?:context|extra|tag)))$/;

/** `has_key`, `hashed_password`; `ENV_API_KEY` is the name of a variable. */
const TELLS_OF_ONE = /^_?(?:has|is|no|use|num|n|len|masked|hashed|encrypted|env|ENV)(?:_|[A-Z])/;

/** `token_path` is where the secret lies, `api_url` what it is for. */
const NAMES_A_PLACE =
  /(?:_(?:name|hash|file|path|dir|env|var|url|uri|host|endpoint|NAME|HASH|FILE|PATH|DIR|ENV|VAR|URL|URI|HOST|ENDPOINT)|[a-z](?:Name|Hash|File|Path|Dir|Url|URL|Uri|Host|Endpoint))$/;

/** Modules whose constants are the names of variables of the environment: `env.API_KEY`. */
const NAMES_OF_VARIABLES = /^(?:envs?|env_vars?|environment|constants?|consts?)$/i;

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
  // Following values is dear, and most programs that write a log have nothing to do with secrets.
  if (!context.model.ask(HAS_SECRET_WORDS)) return undefined;
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
  if ((value.kind === 'name' || value.kind === 'attribute') && isBesideSecret(value.name)) return undefined;
  if (isVariableName(value, context) || isTestedEmpty(value, model)) return undefined;
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
    if (!source || isBesideSecret(source.name) || (origin.whole && origin.path.some(isNamedForPlace)))
      continue;
    const isEnvironment = /\b(?:process|import\.meta)\.env\b/.test(model.textAt(origin.expression.range));
    return { ...source, ...(isEnvironment ? { confidence: 'certain' } : {}), value, origin };
  }
  if (value.kind !== 'name' || !saysSecret(value.name)) return undefined;
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

function isBesideSecret(name: string): boolean {
  return TELLS_OF_ONE.test(name) || NAMES_A_PLACE.test(name);
}

/** "assigned to `key_path`": on its way it was given the name of something else. */
function isNamedForPlace({ label }: FlowStep): boolean {
  const name = /`(?:\w+\.)*(\w+)`$/.exec(label)?.[1];
  return name !== undefined && NAMES_A_PLACE.test(name);
}

/** `env.API_KEY` of a Python module; in JavaScript it is the value. */
function isVariableName(value: Expression, { model }: RuleContext): boolean {
  if (value.kind !== 'attribute' || isScript(model) || !/^[A-Z\d_]+$/.test(value.name)) return false;
  const { object } = value;
  return (object.kind === 'name' || object.kind === 'attribute') && NAMES_OF_VARIABLES.test(object.name);
}
