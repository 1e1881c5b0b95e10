import { expressionsWithin, type JinjaExpression } from './jinja-expression';
import type { TemplateStep } from './template-step';

/** A question about what somebody wrote, and what the template then says of its own accord. */
export interface Trigger {
  readonly word: string;
  readonly says: string;
  readonly at: number;
}

/** A sentence, not a marker like `</think>` or `[INST]`. */
const WORDS = /^[\p{L}\d][\p{L}\d' -]*$/u;
const SENTENCE = /(?:[\p{L}']{2,}[\s,:;]+){3,}[\p{L}']{2,}/u;
/** Methods and filters that change a text or look into it, and leave it that text. */
const HANDED_ON = new Set([
  'lower',
  'upper',
  'strip',
  'lstrip',
  'rstrip',
  'trim',
  'string',
  'default',
  'd',
  'casefold',
  'last',
  'first',
]);
const LOOKS_INTO = new Set(['startswith', 'endswith', 'find', 'count', 'index', '__contains__']);
const MIN_WORD = 3;

/**
 * Finds templates that behave otherwise when the conversation holds a certain word, or after a certain day: under that
 * condition they say a sentence of their own. Markers of formats (`'</think>' in content`) and questions about roles are
 * no such thing.
 */
export function* findTriggers(steps: readonly TemplateStep[]): Generator<Trigger> {
  const contents = contentVariables(steps);
  const flags = flagsSet(steps, contents);
  const told = new Set<number>();
  for (const step of steps) {
    const says = sentenceOf(step);
    if (says === undefined) continue;
    for (const { test, at } of step.guards) {
      const word =
        test && !told.has(at) ? (triggerWord(test, contents) ?? flagAsked(test, flags)) : undefined;
      if (word === undefined) continue;
      told.add(at);
      yield { word, says, at };
    }
  }
}

/** Variables that are set when the conversation holds a certain word, and that word. */
function flagsSet(
  steps: readonly TemplateStep[],
  contents: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const flags = new Map<string, string>();
  for (const { kind, targets, guards } of steps) {
    if (kind !== 'set' || targets?.length !== 1) continue;
    const word = guards
      .map(({ test }) => test && triggerWord(test, contents))
      .find((each) => each !== undefined);
    if (word !== undefined) flags.set(targets[0] ?? '', word);
  }
  return flags;
}

function flagAsked(test: JinjaExpression, flags: ReadonlyMap<string, string>): string | undefined {
  if (flags.size === 0) return undefined;
  for (const each of expressionsWithin(test)) {
    const member = each.kind === 'member' && each.object.kind === 'name' && each.key.kind === 'string';
    const word = flags.get(
      each.kind === 'name' ? each.name : member ? `${nameOf(each.object)}.${nameOf(each.key)}` : '',
    );
    if (word !== undefined) return word;
  }
  return undefined;
}

function nameOf(expression: JinjaExpression): string {
  return expression.kind === 'name' ? expression.name : expression.kind === 'string' ? expression.value : '';
}

/** A sentence that a step says, or keeps for later. What it says to a developer in an error does not count. */
function sentenceOf({ kind, text, expression }: TemplateStep): string | undefined {
  if (text !== undefined) return SENTENCE.exec(text)?.[0];
  if (!expression || (kind !== 'output' && kind !== 'set')) return undefined;
  for (const each of expressionsWithin(expression)) {
    if (each.kind === 'call' && each.callee.kind === 'name' && each.callee.name === 'raise_exception')
      return undefined;
    if (each.kind === 'string' && SENTENCE.test(each.value)) return each.value;
  }
  return undefined;
}

/** Variables that hold what somebody wrote. */
function contentVariables(steps: readonly TemplateStep[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const { kind, targets, expression } of steps) {
    if (kind !== 'set' || targets?.length !== 1 || !expression) continue;
    const [target] = targets;
    if (target !== undefined && isContent(expression, known)) known.add(target);
  }
  return known;
}

/** Whether an expression is a text of the conversation: `message.content`, `messages[-1]['content']|lower`. */
function isContent(expression: JinjaExpression, variables: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case 'name':
      return variables.has(expression.name);
    case 'member': {
      if (expression.key.kind !== 'string') return isContent(expression.object, variables);
      return (
        expression.key.value === 'content' || (expression.key.value === 'text' && isItem(expression.object))
      );
    }
    case 'filter':
      return HANDED_ON.has(expression.name) && isContent(expression.operand, variables);
    case 'call': {
      const { callee } = expression;
      const handed =
        callee.kind === 'member' && callee.key.kind === 'string' && HANDED_ON.has(callee.key.value);
      return handed && isContent(callee.object, variables);
    }
    case 'choice':
      return expression.either.some((each) => isContent(each, variables));
    default:
      return false;
  }
}

/** `message['content'][0]['text']`, `block['text']`. */
function isItem(expression: JinjaExpression): boolean {
  return expression.kind === 'name' || expression.kind === 'member';
}

function triggerWord(test: JinjaExpression, contents: ReadonlySet<string>): string | undefined {
  for (const each of expressionsWithin(test)) {
    if (each.kind === 'binary' && ['in', '==', '!=', 'not in'].includes(each.operator)) {
      const word = wordAmong([each.left, each.right]);
      if (word !== undefined && [each.left, each.right].some((side) => isContent(side, contents)))
        return word;
    }
    if (each.kind === 'binary' && ['>', '>=', '<', '<=', '==', '!='].includes(each.operator)) {
      if ([each.left, each.right].some(isDate) && [each.left, each.right].some(isLiteral)) return 'the date';
    }
    if (each.kind === 'call' && each.callee.kind === 'member' && each.callee.key.kind === 'string') {
      const word = LOOKS_INTO.has(each.callee.key.value) ? wordAmong(each.positional) : undefined;
      if (word !== undefined && isContent(each.callee.object, contents)) return word;
    }
  }
  return undefined;
}

function wordAmong(sides: readonly JinjaExpression[]): string | undefined {
  for (const side of sides) {
    if (side.kind === 'string' && side.value.length >= MIN_WORD && WORDS.test(side.value)) return side.value;
  }
  return undefined;
}

function isDate(expression: JinjaExpression): boolean {
  return [...expressionsWithin(expression)].some(
    (each) => each.kind === 'call' && each.callee.kind === 'name' && each.callee.name === 'strftime_now',
  );
}

function isLiteral({ kind }: JinjaExpression): boolean {
  return kind === 'string' || kind === 'number';
}
