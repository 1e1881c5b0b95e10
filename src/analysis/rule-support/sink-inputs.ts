import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import type { Confidence } from '../severity';
import { anyConditionState } from './api-conditions';
import { scriptInputs } from './script-inputs';
import { programInputs, shellInputs } from './shell-inputs';
import { urlInputs } from './url-inputs';

/** What drivers call the text of a query in an object: pg and mysql2, BigQuery, Snowflake. */
const QUERY_KEYS: ReadonlySet<string> = new Set(['text', 'sql', 'query', 'sqlText']);

/** An expression that is executed, with how sure it is that it is. */
export interface SinkInput {
  readonly expression: Expression;
  readonly confidence: Confidence;
}

/** The arguments of a call that become code, a command, a query, a template or a page. */
export function sinkInputs(
  call: Call,
  api: ApiOf<'execution-sink'>,
  context: RuleContext,
): readonly SinkInput[] {
  const { model } = context;
  if (api.safeWhen && anyConditionState(call, api.safeWhen, model) !== 'not-met') return [];
  const given = inputOf(call, api);
  const value = given && (api.sink === 'sql' ? queryText(given, model) : given);
  if (!value) return [];
  const state = api.unsafeWhen ? anyConditionState(call, api.unsafeWhen, model) : 'met';
  if (api.separateArguments === true) {
    const written = call.arguments.filter(({ keyword, spread }) => keyword === undefined && !spread);
    const words = written
      .map((argument) => argument.value)
      .slice(written.findIndex((argument) => argument.value === value))
      .flatMap((word) => listed(word, model));
    // With a shell, every word is read by it.
    return api.unsafeWhen && state === 'met'
      ? words.map((expression) => ({ expression, confidence: 'certain' as const }))
      : programInputs(words, model);
  }
  if (api.sink === 'shell') return [...shellInputs(value, state, model), ...scriptInputs(value, call, model)];
  if (state !== 'met') return [];
  return api.sink === 'url' ? urlInputs(value, model) : [{ expression: value, confidence: 'certain' }];
}

/** The text of a query that is given as an object beside the values which it binds: `query({ text, values })`. */
function queryText(given: Expression, model: RuleContext['model']): Expression {
  const written = model.dereference(given);
  if (written.kind !== 'dict') return given;
  const text = written.entries.find(({ key }) => key?.kind === 'string' && QUERY_KEYS.has(key.value ?? ''));
  return text?.value ?? given;
}

/** The elements of a list of words, as JavaScript takes them: `spawn('git', ['status'])`. */
function listed(word: Expression, model: RuleContext['model']): readonly Expression[] {
  const list = model.dereference(word);
  return list.kind === 'collection' ? list.elements : [word];
}

function inputOf(call: Call, { input }: ApiOf<'execution-sink'>): Expression | undefined {
  if (input.receiver === true) return call.callee.kind === 'attribute' ? call.callee.object : undefined;
  const found = call.argument(input);
  return found.state === 'given' ? found.argument.value : undefined;
}
