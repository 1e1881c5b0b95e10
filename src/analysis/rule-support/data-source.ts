import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import type { RuleContext } from '../rule';
import { dataOrigins } from './data-origins';
import { filePath } from './file-path';
import { findArgument } from './find-argument';
import { isFixedPath } from './fixed-path';
import { outsiderData, readInput } from './outsider-data';
import { isOtherProcess } from './other-process';
import { isDumpsCall, isOwnMemory, isWriter } from './own-memory';
import { pinState } from './pin-state';

/**
 * Where the bytes that a reader reads come from, as far as the file shows: over the network; from this very program (a
 * copy through `dumps`, a buffer in memory); from a process that this one started or was started by; from a file at a fixed path or one that the same function writes; unknown.
 */
export type DataSource = 'network' | 'memory' | 'process' | 'fixed-path' | 'own-file' | 'unknown';

const NETWORK_MODULES = new Set([
  'aiohttp',
  'http',
  'httpx',
  'requests',
  'socket',
  'socketserver',
  'urllib',
  'urllib3',
  'websocket',
  'websockets',
  'zmq',
]);

/** Origins, as the API knowledge calls them, at which the person who runs the program speaks. */
const OPERATOR_INPUT = new Set(['the command line', 'terminal input']);

/** Functions that put a finished file in its place. */
const MOVERS = new Set(['move', 'rename', 'replace']);

/** Looks where the input of a reader comes from. */
export function dataSource(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): DataSource {
  const { model } = context;
  if (api.reads) return api.reads;
  const input = readInput(call, api, context);
  if (!input) return 'unknown';
  if (isDumpsCall(model.dereference(input))) return 'memory';
  if (isUrl(input, context)) return 'network';
  const origins = dataOrigins(input, context);
  if (origins.some(({ expression }) => isNetwork(expression, context))) return 'network';
  if (isOwnMemory(origins, model)) return 'memory';
  if (origins.length > 0 && origins.every((origin) => isOtherProcess(origin, model))) return 'process';
  const path = filePath(input, model) ?? input;
  if (outsiderData(call, api, context) || isFetchedBeside(call, path, context)) return 'network';
  if (isFixedPath(path, model)) return 'fixed-path';
  return isWrittenBeside(call, path, context) ? 'own-file' : 'unknown';
}

function isUrl(expression: Expression, { model }: RuleContext): boolean {
  const [first] = model.stringParts(expression) ?? [];
  return first?.kind === 'text' && /^(?:https?|ftp|s3|gs):\/\//i.test(first.value);
}

function isNetwork(expression: Expression, { apis, model }: RuleContext): boolean {
  const inputs = apis.ofKind('untrusted-input', expression, model);
  if (inputs.some(({ origin }) => !OPERATOR_INPUT.has(origin))) return true;
  if (expression.kind === 'call') {
    const pins = apis.ofKind('download', expression, model).map((api) => pinState(expression, api, model));
    if (pins.length > 0) return !pins.some(({ state }) => state === 'pinned');
  }
  const names = expression.kind === 'call' ? expression.names : model.qualifiedNames(expression);
  return names.some((name) => NETWORK_MODULES.has(name.split('.', 1)[0] ?? ''));
}

/** A download earlier in the same function, or module, stores what it fetches at the same path and checks no hash. */
function isFetchedBeside(call: Call, path: Expression, { apis, model }: RuleContext): boolean {
  const scope = model.functionAt(call.range.start)?.range;
  const wanted = model.textAt(path.range);
  return (scope ? model.callsIn(scope) : model.calls).some(
    (other) =>
      other.range.start < call.range.start &&
      apis.ofKind('download', other, model).some(({ target, digest, hub }) => {
        if (!target || hub !== 'http') return false;
        if (digest?.some((one) => findArgument(other, one, model).state !== 'absent')) return false;
        const found = findArgument(other, target, model);
        return found.state === 'given' && model.textAt(found.value.range) === wanted;
      }),
  );
}

/** The round trip of a cache: the same function writes to the same path. */
function isWrittenBeside(call: Call, path: Expression, { model }: RuleContext): boolean {
  const scope = model.functionAt(call.range.start)?.range;
  if (!scope) return false;
  const textOf = ({ range }: Expression): string => model.textAt(range);
  const wanted = textOf(path);
  return model
    .callsIn(scope)
    .some(
      (other) =>
        (isWriter(other) || isMover(other)) &&
        other.arguments.some(({ value }) => textOf(filePath(value, model) ?? value) === wanted),
    );
}

function isMover({ callee }: Call): boolean {
  return callee.kind === 'attribute' && MOVERS.has(callee.name);
}
