import type { Verdict } from '../../verdict/finding';
import { HARMFUL_OPERATORS, KNOWN_CLASSES, KNOWN_OPERATORS } from './known-operators';

export interface OperatorFinding {
  readonly verdict: Verdict;
  readonly message: string;
  readonly code: string;
  /** In characters; TorchScript is ASCII but for texts. */
  readonly offset: number;
}

/** Texts and comments, which hold no operators. */
const PASSIVE = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/gu;
const CALL = /(?<![\w.])((?:torch|ops|__torch__)(?:\.\w+)+)\s*\(/gu;
/** `^Function(…)`: a function of Python that the interpreter calls back. */
const PYTHON = /\^\s*\w+\(/gu;
const IMPORT = /^[ \t]*(?:from[ \t]+\S+[ \t]+)?import[ \t]+\S+/gmu;

/** Finds what code of TorchScript calls beyond arithmetic. The text is what `torch.jit.save` writes, not any Python. */
export function* findOperators(text: string): Generator<OperatorFinding> {
  const active = text.replace(PASSIVE, (each) => ' '.repeat(each.length));
  const told = new Set<string>();
  for (const match of active.matchAll(CALL)) {
    const [, name = ''] = match;
    if (told.has(name)) continue;
    told.add(name);
    const finding = judge(name);
    if (finding) yield { ...finding, code: callText(text, match.index), offset: match.index };
  }
  for (const match of active.matchAll(PYTHON)) {
    yield {
      verdict: 'malicious',
      message: 'It calls a function of Python.',
      code: callText(text, match.index),
      offset: match.index,
    };
    break;
  }
  for (const match of active.matchAll(IMPORT)) {
    yield {
      verdict: 'suspicious',
      message: 'It imports something, which TorchScript cannot.',
      code: match[0].trim(),
      offset: match.index,
    };
    break;
  }
}

function judge(name: string): Pick<OperatorFinding, 'verdict' | 'message'> | undefined {
  const operator = name.startsWith('ops.') ? name.slice(4) : name;
  const harmful = HARMFUL_OPERATORS.find(([pattern]) => pattern.test(operator));
  if (harmful)
    return { verdict: 'malicious', message: `It calls the operator ${operator}: it ${harmful[1]}.` };
  const [namespace = ''] = operator.split('.');
  if (name.startsWith('ops.') && !KNOWN_OPERATORS.has(namespace)) {
    return {
      verdict: 'suspicious',
      message: `It calls operators of "${namespace}", native code of a library that is not known here.`,
    };
  }
  const custom = /^__torch__\.torch\.classes\.(\w+)\./u.exec(name)?.[1];
  if (custom !== undefined && !KNOWN_CLASSES.has(custom)) {
    return {
      verdict: 'suspicious',
      message: `It makes objects of "${custom}", native code of a library that is not known here.`,
    };
  }
  return undefined;
}

function callText(text: string, at: number): string {
  const line = text.slice(at, at + 160);
  const end = line.indexOf('\n');
  return (end < 0 ? line : line.slice(0, end)).trim();
}
