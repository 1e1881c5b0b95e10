import type { Inspector } from '../../inspector';
import { Constants } from './constants';
import { expressionsWithin, type JinjaExpression } from './jinja-expression';
import { hiddenInstructions } from './hidden-instructions';
import { judgeExpression, type TemplateProblem } from './judge-expression';
import { judgeTokens } from './judge-tokens';
import { findRewrites } from './rewrites';
import { readTemplate } from './read-template';
import type { TemplateStep } from './template-step';
import { findTriggers } from './triggers';

/** Characters of one template; the longest known have a few ten thousand. */
const MAX_LENGTH = 1_000_000;
/** Findings of one template. */
const MAX_TOLD = 50;

/** A chat template and where it stands. */
export interface TemplateText {
  readonly title: string;
  readonly text: string;
  readonly where: string;
  /** Of its first character, in bytes. */
  readonly offset: number;
}

/**
 * Looks at what a chat template would do when it is rendered: reach for Python, keep the program busy, or tell the model
 * something that its users should not know of. Nothing is rendered.
 */
export function analyseTemplate(inspector: Inspector, { title, text, where, offset }: TemplateText): void {
  inspector.facts.addText({ title, language: 'jinja', text, where, offset });
  const { steps, cut } = readTemplate(text.slice(0, MAX_LENGTH));
  const constants = new Constants(steps);
  const defined = new Set(steps.flatMap(({ targets }) => targets ?? []));
  let told = 0;
  const tell = ({ verdict, message, code }: TemplateProblem, at: number): void => {
    if (told++ >= MAX_TOLD) return;
    const place = { where, offset: offset + at };
    inspector.findings.add({
      verdict,
      rule: 'template',
      message,
      ...place,
      ...(code === undefined ? {} : { code }),
    });
  };
  for (const step of steps) {
    if (inspector.budget.expired) return;
    for (const problem of judgeStep(step, constants, defined)) tell(problem, step.at);
  }
  for (const { does, text: code } of hiddenInstructions(fixedText(steps))) {
    tell({ verdict: 'suspicious', message: `The template's fixed text ${does}.`, code }, 0);
  }
  for (const { word, says, at } of findTriggers(steps)) {
    const message = `When a message holds "${word.slice(0, 60)}", the template tells the model something of its own.`;
    tell({ verdict: 'suspicious', message, code: says.slice(0, 160) }, at);
  }
  if (cut || constants.exhausted || text.length > MAX_LENGTH) {
    inspector.tell('incomplete', 'limit', `${title} is too long to be looked at as a whole.`, where, offset);
  }
}

function* judgeStep(
  step: TemplateStep,
  constants: Constants,
  defined: ReadonlySet<string>,
): Generator<TemplateProblem> {
  const { kind, keyword, expression, unread } = step;
  if (kind === 'load') yield loads(keyword ?? '', expression ? constants.texts(expression) : []);
  if (expression) {
    yield* judgeExpression(expression, constants, defined);
    yield* findRewrites(expression);
  }
  if (unread) yield* judgeTokens(unread);
}

/** Chat templates stand alone: whoever loads another one wants a file. */
function loads(keyword: string, names: readonly string[]): TemplateProblem {
  const [name = 'another file'] = names;
  const outside = /^[\\/]|\.\.[\\/]|^[a-z]:/iu.test(name);
  return {
    verdict: outside ? 'malicious' : 'suspicious',
    message: `The template loads ${name === 'another file' ? name : `"${name.slice(0, 100)}"`} with "${keyword}".`,
    code: `{% ${keyword} %}`,
  };
}

/** All text that the template may put out by itself, in the order of its text. A statement begins a new line. */
function fixedText(steps: readonly TemplateStep[]): string {
  let all = '';
  for (const { kind, text, expression, unread } of steps) {
    if (text !== undefined) all += text;
    const strings = expression ? stringsIn(expression) : [];
    for (const token of unread ?? []) if (token.kind === 'string') strings.push(token.value);
    // Something of the conversation stands where an output has no text of its own.
    if (kind === 'output') all += strings.length === 0 ? '{}' : strings.join('');
    else if (kind !== 'text') all += `\n${strings.join(' ')}\n`;
  }
  return all;
}

/** Texts in an expression that may come out; names of keys do not. */
function stringsIn(root: JinjaExpression): string[] {
  const strings: string[] = [];
  const keys = new Set<JinjaExpression>();
  for (const each of expressionsWithin(root)) {
    if (each.kind === 'member') keys.add(each.key);
    if (each.kind === 'string' && !keys.has(each)) strings.push(each.value);
  }
  return strings;
}
