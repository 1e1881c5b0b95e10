import type { Call, Expression } from '../../source/expression';
import type { Origin } from '../../source/model';
import { containsRange } from '../../source/range';
import type { Fix, FindingStep } from '../finding';
import type { RuleContext, RuleListeners } from '../rule';
import type { Severity } from '../severity';
import { foreignTextIn } from './foreign-text';
import { moveToUserRole } from './move-to-user-role';
import { insertedValues } from './inserted-values';
import { pathSteps } from './path-steps';
import type { PromptPart } from './prompt-parts';
import { promptListeners } from './prompt-rule';
import { runnableSteps } from './runnable-steps';
import { templateFillings } from './template-fillings';
import { isPromptTemplate, templateVariables } from './template-variables';
import type { UntrustedSource } from './untrusted-source';

/** What differs between the rules about foreign text in the system role. */
export interface SystemPromptTexts {
  /** Whether text from there is this rule's matter. */
  readonly concerns: (origin: string) => boolean;
  readonly message: (origin: string) => string;
  readonly severity?: (origin: string) => Severity;
}

/** What is found of a value: where it comes from, and how it got there. */
interface Found extends UntrustedSource {
  readonly path: readonly FindingStep[];
}

const RETRIEVER = /(?:^|_)retriever$/iu;

/** Listens to what becomes part of a system prompt, and reports each part once when foreign text reaches it. */
export function systemPromptListeners(texts: SystemPromptTexts): RuleListeners {
  return promptListeners((part, call, context) => {
    if (part.role !== 'system') return;
    const { content } = part;
    for (const value of insertedValues(content, context.model)) {
      const found = foreignText(value, call, texts, context);
      if (!found) continue;
      // What stands elsewhere is shown where it is sent: the way there is part of the finding.
      const at = containsRange(content.range, value.range) ? value : content;
      const fixes = userRoleFix(value, part, context);
      const moved = fixes.length > 0 ? fixes : moveToUserRole(value, part, call, context.model);
      report(at, found, texts, context, moved);
      return;
    }
    if (call && isPromptTemplate(call)) checkVariables(part, call, texts, context);
  });
}

/** The variables of a template for the system role, where the file shows what they are filled with. */
function checkVariables(
  part: PromptPart,
  template: Call,
  texts: SystemPromptTexts,
  context: RuleContext,
): void {
  const { model } = context;
  const variables = templateVariables(part, model);
  if (variables.length === 0) return;
  for (const { variable, value, isDocuments } of templateFillings(template, model)) {
    if (!variables.includes(variable)) continue;
    const found = isDocuments
      ? ({ origin: 'retrieved documents', confidence: 'probable', path: [] } as const)
      : (foreignText(value, template, texts, context) ?? retriever(value, context));
    if (found && texts.concerns(found.origin)) report(value, found, texts, context, []);
  }
}

/** A retriever in a chain: the chain invokes it, and what it finds fills the variable. */
function retriever(value: Expression, context: RuleContext): Found | undefined {
  const { apis, model } = context;
  const steps = runnableSteps(value, model);
  if (steps.some((step) => step.kind === 'name' && RETRIEVER.test(step.name))) {
    return { origin: 'a retrieved document', confidence: 'probable', path: [] };
  }
  const sources = steps.flatMap((step) => model.origins(step, { stopAt: () => true }));
  for (const { expression } of sources) {
    if (expression.kind !== 'call') continue;
    const invoked = apis.ofNames(expression.names.map((name) => `${name}().invoke`));
    const source = invoked.find((api) => api.is === 'untrusted-input');
    if (source) return { origin: source.origin, confidence: 'certain', path: [] };
  }
  return undefined;
}

function foreignText(
  value: Expression,
  call: Call | undefined,
  { concerns }: SystemPromptTexts,
  context: RuleContext,
): Found | undefined {
  const found = foreignTextIn(value, context, ({ origin }) => concerns(origin));
  if (!found) return undefined;
  const { origin, from } = found;
  const confidence = isLikelyIntended(from) ? 'probable' : found.confidence;
  const sink = { range: call?.callee.range ?? value.range, label: 'sent as system prompt' };
  return { origin, confidence, path: pathSteps(from, origin, sink) };
}

function report(
  at: Expression,
  { origin, confidence, path }: Found,
  texts: SystemPromptTexts,
  context: RuleContext,
  fixes: readonly Fix[],
): void {
  const severity = texts.severity?.(origin);
  context.report({
    at,
    message: texts.message(origin),
    subject: origin,
    confidence,
    ...(severity ? { severity } : {}),
    path,
    fixes,
  });
}

/** A field that is called system prompt was opened on purpose; still worth knowing. */
function isLikelyIntended({ access, parameter }: Origin): boolean {
  return [...access, parameter?.parameter.name ?? ''].some((name) =>
    /system|instruction|persona/i.test(name),
  );
}

/** Only where the whole message is the outsider's text: a mixed one has to be split by its author. */
function userRoleFix(
  value: Expression,
  { content, roleName }: PromptPart,
  { model }: RuleContext,
): readonly Fix[] {
  const isWhole = model.stringParts(content) === undefined && value === content;
  if (!isWhole || roleName?.kind !== 'string') return [];
  const quote = model.textAt(roleName.range).at(-1) ?? '"';
  const newText = `${quote}user${quote}`;
  return [{ title: 'Send it in the user role', safe: false, edits: [{ range: roleName.range, newText }] }];
}
