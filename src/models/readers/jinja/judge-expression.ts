import type { Verdict } from '../../verdict/finding';
import type { Constants } from './constants';
import { attributeProblem, isHarmfulCall, isPythonRoot, namesInternals } from './harmful-names';
import { expressionsWithin, type JinjaExpression } from './jinja-expression';
import { showExpression } from './show-expression';

/** Something wrong in a template. */
export interface TemplateProblem {
  readonly verdict: Verdict;
  readonly message: string;
  readonly code?: string;
}

/** Filters that fetch the attribute which their argument names. */
const FETCHING: ReadonlySet<string> = new Set([
  'map',
  'selectattr',
  'rejectattr',
  'groupby',
  'sort',
  'sum',
  'unique',
  'min',
  'max',
]);
/** What web frameworks put into templates and chat templates never have. */
const WEB: ReadonlySet<string> = new Set(['get_flashed_messages', 'url_for', 'lipsum']);
/** Numbers in a loop that no conversation needs. */
const MANY = 1_000_000;

/** Judges one expression of a template. */
export function* judgeExpression(
  root: JinjaExpression,
  constants: Constants,
  defined: ReadonlySet<string>,
): Generator<TemplateProblem> {
  for (const expression of expressionsWithin(root)) {
    switch (expression.kind) {
      case 'name':
        if (!defined.has(expression.name) && WEB.has(expression.name)) yield webFunction(expression.name);
        break;
      case 'member':
        yield* judgeAttribute(constants.texts(expression.key), root);
        break;
      case 'filter':
        yield* judgeFilter(expression, constants, root);
        break;
      case 'call':
        yield* judgeCall(expression, constants, defined, root);
        break;
      case 'binary':
        yield* judgeSize(expression, constants);
        break;
      default:
    }
  }
}

function* judgeAttribute(names: readonly string[], root: JinjaExpression): Generator<TemplateProblem> {
  for (const name of names) {
    const problem = attributeProblem(name);
    if (problem === undefined) continue;
    const shown = name.slice(0, 60);
    yield {
      verdict: problem === 'internals' ? 'malicious' : 'suspicious',
      message:
        problem === 'internals'
          ? `The template reaches for "${shown}", the way from a value to the code behind it.`
          : `The template reads "${shown}" of a value, which chat templates have no use for.`,
      code: showExpression(root),
    };
  }
}

function* judgeFilter(
  { name, positional, named }: Extract<JinjaExpression, { kind: 'filter' }>,
  constants: Constants,
  root: JinjaExpression,
): Generator<TemplateProblem> {
  const [first] = positional;
  if (name === 'attr') {
    const names = first ? constants.texts(first) : [];
    yield* judgeAttribute(names, root);
    if (names.length === 0) {
      yield {
        verdict: 'suspicious',
        message: 'The template fetches an attribute whose name it computes.',
        code: showExpression(root),
      };
    }
  } else if (FETCHING.has(name)) {
    const given = [
      ...named.filter(([key]) => key === 'attribute').map(([, value]) => value),
      ...(first ? [first] : []),
    ];
    yield* judgeAttribute(
      given.flatMap((each) => constants.texts(each)),
      root,
    );
  }
}

function* judgeCall(
  { callee, positional, named }: Extract<JinjaExpression, { kind: 'call' }>,
  constants: Constants,
  defined: ReadonlySet<string>,
  root: JinjaExpression,
): Generator<TemplateProblem> {
  if (callee.kind === 'name') {
    if (isPythonRoot(callee.name) && !defined.has(callee.name)) yield harmful(callee.name, root);
    const sizes = [...positional, ...named.map(([, value]) => value)].flatMap((each) => constants.of(each));
    if (callee.name === 'range' && sizes.some((size) => typeof size === 'number' && Math.abs(size) > MANY))
      yield endless(root);
  }
  if (callee.kind !== 'member') return;
  const names = constants.texts(callee.key);
  const harm = names.find(isHarmfulCall);
  const start = rootName(callee);
  if (harm !== undefined) yield harmful(harm, root);
  else if (start !== undefined && isPythonRoot(start) && !defined.has(start)) yield harmful(start, root);
  if (names.some((name) => name === 'format' || name === 'format_map'))
    yield* judgeFormat(constants.texts(callee.object), root);
}

/** `'{0.__class__}'.format(x)` walks attributes within the text. */
function* judgeFormat(texts: readonly string[], root: JinjaExpression): Generator<TemplateProblem> {
  const found = texts.find((text) => /\{[^}]*[.[]/u.test(text) && namesInternals(text));
  if (found !== undefined) yield* judgeAttribute([/__\w+?__|[a-z]+_[a-z]+/u.exec(found)?.[0] ?? found], root);
}

function* judgeSize(
  { operator, left, right }: Extract<JinjaExpression, { kind: 'binary' }>,
  constants: Constants,
): Generator<TemplateProblem> {
  if (operator !== '*' && operator !== '**') return;
  const [a] = constants.of(left);
  const [b] = constants.of(right);
  const repeats = operator === '*' && [a, b].some((each) => typeof each !== 'number' && each !== undefined);
  const count = repeats ? Math.max(...[a, b].map((each) => (typeof each === 'number' ? each : 0))) : 0;
  const power = operator === '**' && typeof b === 'number' ? b : 0;
  if (count > MANY || power > 1000) yield endless({ kind: 'binary', operator, left, right });
}

function rootName(expression: JinjaExpression): string | undefined {
  let at = expression;
  while (at.kind === 'member' || at.kind === 'call') at = at.kind === 'member' ? at.object : at.callee;
  return at.kind === 'name' ? at.name : undefined;
}

function harmful(name: string, root: JinjaExpression): TemplateProblem {
  return {
    verdict: 'malicious',
    message: `The template calls "${name}", which does things outside of the template.`,
    code: showExpression(root),
  };
}

function endless(expression: JinjaExpression): TemplateProblem {
  return {
    verdict: 'suspicious',
    message: 'The template computes something so large that it keeps the program busy.',
    code: showExpression(expression),
  };
}

function webFunction(name: string): TemplateProblem {
  return {
    verdict: 'suspicious',
    message: `The template uses "${name}", which belongs to web pages and is a known way to code.`,
    code: name,
  };
}
