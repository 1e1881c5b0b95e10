import { member, stringOf, type JsonValue } from '../../json/json-value';
import type { Verdict } from '../../verdict/finding';
import type { NameJudge } from '../../verdict/name-judge';
import { judgeTarget } from '../targets/judge-target';
import { LOADERS } from './loaders';

export interface NodeFinding {
  readonly verdict: Verdict;
  readonly message: string;
  readonly code: string;
}

/**
 * Judges one node of a skops schema. The loader decides what of it is imported: skops checked only the class that a node
 * claims, and loaded another one, for methods (CVE-2025-54413) and operators (CVE-2025-54412).
 */
export function* judgeNode(names: NameJudge, node: JsonValue): Generator<NodeFinding> {
  const className = stringOf(member(node, '__class__'));
  const module = stringOf(member(node, '__module__'));
  if (className === undefined || module === undefined) return;
  const loader = stringOf(member(node, '__loader__'));
  const content = member(node, 'content');
  const code = `${module}.${className}`;
  if (loader !== undefined && !LOADERS.has(loader)) {
    yield {
      verdict: 'suspicious',
      message: `It is loaded with "${loader.slice(0, 60)}", which skops does not have.`,
      code,
    };
  }
  switch (loader) {
    case 'FunctionNode':
      yield* judgeFunction(names, module, content);
      return;
    case 'MethodNode':
      yield* judgeMethod(names, code, content);
      return;
    case 'OperatorFuncNode':
      yield operator(className);
      return;
    default:
      yield* judgeName(names, code);
  }
}

function* judgeName(names: NameJudge, path: string): Generator<NodeFinding> {
  // What JSON holds anyway, and what Python makes of it.
  if (
    /^builtins\.(?:NoneType|type|dict|list|tuple|set|frozenset|str|int|float|bool|complex|bytes|bytearray|slice|range)$/u.test(
      path,
    )
  )
    return;
  const { verdict, reason } = judgeTarget(names, path);
  if (verdict !== 'safe')
    yield { verdict, message: `Loading it makes "${path.slice(0, 120)}": ${reason}.`, code: path };
}

function* judgeFunction(
  names: NameJudge,
  module: string,
  content: JsonValue | undefined,
): Generator<NodeFinding> {
  const path = stringOf(member(content, 'module_path')) ?? module;
  const name = stringOf(member(content, 'function')) ?? stringOf(content) ?? '';
  yield* judgeName(names, `${path}.${name}`);
  if (path !== module) {
    yield {
      verdict: 'suspicious',
      message: `A function of "${path.slice(0, 60)}" says that it is of "${module.slice(0, 60)}".`,
      code: `${path}.${name}`,
    };
  }
}

function* judgeMethod(
  names: NameJudge,
  claimed: string,
  content: JsonValue | undefined,
): Generator<NodeFinding> {
  const name = stringOf(member(content, 'func')) ?? '';
  const object = member(content, 'obj');
  const owner = `${stringOf(member(object, '__module__')) ?? ''}.${stringOf(member(object, '__class__')) ?? ''}`;
  const code = `${owner}.${name}`;
  if (/^__\w+__$/u.test(name)) {
    yield {
      verdict: 'malicious',
      message: `Loading it fetches the method "${name}", the way from an object to the code behind it.`,
      code,
    };
  }
  if (!claimed.endsWith('.method')) yield* judgeName(names, claimed);
  if (claimed.split('.')[0] !== owner.split('.')[0]) {
    yield {
      verdict: 'suspicious',
      message: `A method of "${owner.slice(0, 60)}" says that it is of "${claimed.slice(0, 60)}".`,
      code,
    };
  }
}

/** `operator.methodcaller` calls any method; `attrgetter` and `itemgetter` fetch what they name. */
function operator(className: string): NodeFinding {
  const fetches = className === 'attrgetter' || className === 'itemgetter';
  return {
    verdict: fetches ? 'suspicious' : 'malicious',
    message: fetches
      ? `It holds operator.${className}, which fetches what it names.`
      : `It holds operator.${className.slice(0, 60)}, which calls what it is given.`,
    code: `operator.${className}`,
  };
}
