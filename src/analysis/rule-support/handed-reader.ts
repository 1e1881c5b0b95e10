import type { ApiOf } from '../../catalog/schema/api';
import type { Argument, Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';

/** Functions that call the function they are given. */
const CALLERS = new Set([
  'apply',
  'apply_async',
  'applymap',
  'asyncify',
  'imap',
  'imap_unordered',
  'map',
  'map_partitions',
  'run_in_executor',
  'run_in_threadpool',
  'run_sync',
  'submit',
  'sync_to_async',
  'to_thread',
  'transform',
]);

const KEYWORD = /deserial|decoder$|unpack|object_hook/iu;

const READER = /^_?(?:loads?|read_\w+|decode|load_learner|load_session|restore)$/u;

/** An argument that is itself a reader, to be called by the function it is given to. */
export interface HandedReader {
  readonly argument: Argument;
  readonly api: ApiOf<'deserialization'>;
  readonly name: string;
}

/**
 * Finds readers that are handed on instead of being called: `rows.map(pickle.loads)`, `asyncio.to_thread(joblib.load, path)`,
 * `KafkaConsumer(value_deserializer=pickle.loads)`. Of those that only some arguments make dangerous nothing is said.
 */
export function handedReaders(call: Call, { apis, model }: RuleContext): readonly HandedReader[] {
  const called = lastName(call.callee);
  const isCaller = called !== undefined && CALLERS.has(called);
  return call.arguments.flatMap((argument): readonly HandedReader[] => {
    const { keyword, value, spread, inPlace } = argument;
    if (spread !== undefined || !inPlace || (!isCaller && !(keyword && KEYWORD.test(keyword)))) return [];
    const last = lastName(value);
    if (last === undefined || (value.kind === 'attribute' && !READER.test(last))) return [];
    const api = apis
      .ofKind('deserialization', value, model)
      .find(({ unsafeWhen, limited }) => !unsafeWhen && !limited);
    const name = model.qualifiedNames(value).find((one) => !one.startsWith('<local>.'));
    return api && name !== undefined ? [{ argument, api, name }] : [];
  });
}

function lastName(expression: Expression): string | undefined {
  return expression.kind === 'attribute' || expression.kind === 'name' ? expression.name : undefined;
}
