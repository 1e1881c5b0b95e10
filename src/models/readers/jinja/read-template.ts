import { lexTemplate } from './lex-template';
import { parseExpression } from './parse-expression';
import { readStatement, type Statement } from './read-statement';
import type { TemplatePart } from './template-part';
import type { Guard, TemplateStep } from './template-step';

/** Steps of one template; what comes after them is not looked at. */
const MAX_STEPS = 50_000;
const MAX_GUARDS = 100;

export interface ReadTemplate {
  readonly steps: readonly TemplateStep[];
  /** Whether there was more than is looked at. */
  readonly cut: boolean;
}

/** Reads a template of Jinja: what it does, step by step, and under which conditions. Never throws. */
export function readTemplate(text: string): ReadTemplate {
  const steps: TemplateStep[] = [];
  /** What is open: a condition, or a block without one. */
  const open: (Guard | undefined)[] = [];
  let guards: readonly Guard[] = [];
  for (const part of lexTemplate(text)) {
    if (steps.length >= MAX_STEPS) return { steps, cut: true };
    if (part.kind !== 'statement') {
      steps.push(plainStep(part, guards));
      continue;
    }
    const statement = readStatement(part.tokens);
    const guard =
      statement.keyword === 'else' ? negated(open.at(-1)) : { test: statement.expression, at: part.at };
    if (ENDS.has(statement.keyword)) open.pop();
    const isTest = statement.kind === 'test' || statement.keyword === 'else';
    if (isTest || statement.opens) open.push(isTest ? guard : undefined);
    steps.push(stepOf(statement, part, guards));
    guards = open.filter((each) => each !== undefined).slice(0, MAX_GUARDS);
  }
  return { steps, cut: false };
}

/** Statements that end what the one before began. */
const ENDS: ReadonlySet<string> = new Set([
  'elif',
  'else',
  ...['if', 'for', 'set', 'macro', 'call', 'filter', 'with', 'block', 'autoescape', 'trans'].map(
    (each) => `end${each}`,
  ),
]);

/** What stands after `else` depends on the same question. */
function negated(guard: Guard | undefined): Guard | undefined {
  return guard?.test && { test: { kind: 'other', operands: [guard.test] }, at: guard.at };
}

function plainStep(
  part: Exclude<TemplatePart, { kind: 'statement' }>,
  guards: readonly Guard[],
): TemplateStep {
  if (part.kind === 'text') return { kind: 'text', at: part.at, text: part.text, guards };
  const expression = part.broken ? undefined : parseExpression(part.tokens);
  const content = expression ? { expression } : { unread: part.tokens };
  return { kind: 'output', at: part.at, guards, ...content };
}

function stepOf(
  statement: Statement,
  { at, tokens, broken }: Exclude<TemplatePart, { kind: 'text' }>,
  guards: readonly Guard[],
): TemplateStep {
  const { kind, keyword, targets, expression, needed } = statement;
  const unread = broken || (needed && expression === undefined);
  return {
    kind,
    keyword,
    at,
    guards,
    ...(targets ? { targets } : {}),
    ...(expression ? { expression } : {}),
    ...(unread ? { unread: tokens } : {}),
  };
}
