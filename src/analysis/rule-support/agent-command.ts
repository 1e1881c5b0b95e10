import type { Call, StringExpression } from '../../source/expression';
import type { SourceModel } from '../../source/model';
import { containsRange } from '../../source/range';

/** Options with which a coding agent no longer asks. Those of the second list mean something else with other programs. */
const OWN_OPTION =
  /(?<![\w-])--(?:(?:allow-)?dangerously-skip-permissions|dangerously-bypass-approvals-and-sandbox|dangerously-allow-all|allow-all-tools|trust-all-tools)(?![\w-])/u;
const SHARED_OPTION = /(?<![\w-])--(?:yolo|full-auto|yes-always|force|auto-approve)(?![\w-])/u;
const AGENT =
  /(?<![\w-])(?:claude|codex|gemini|qwen|aider|amp|copilot|cursor-agent|opencode|goose|droid)(?![\w-])/u;

/** What such options are set to, as a word of its own behind the option. */
const VALUES = new Set(['bypassPermissions', 'danger-full-access']);

/** Functions that describe a program's own options instead of starting another program. */
const DESCRIBES_OPTIONS =
  /(?:^|\.)(?:add_argument|option|Option|add_option|argument|replace|startswith|index|count)$/u;

/** The option of a coding agent that a string puts into a command line; undefined where it only speaks of it. */
export function unattendedOption(literal: StringExpression, model: SourceModel): string | undefined {
  const { value } = literal;
  if (value === undefined || literal.isDocstring) return undefined;
  if (VALUES.has(value)) return isValueOfOption(literal, model) ? value : undefined;
  if (value === 'dangerously-skip-permissions') return isKey(literal, model) ? `--${value}` : undefined;
  const found = OWN_OPTION.exec(value)?.[0] ?? sharedOption(literal, value, model);
  if (found === undefined) return undefined;
  const isWord = value.trim() === found;
  return (isWord ? isListed(literal, model) : isCommandLine(value)) ? found : undefined;
}

function sharedOption(literal: StringExpression, value: string, model: SourceModel): string | undefined {
  const found = SHARED_OPTION.exec(value)?.[0];
  if (found === undefined || found === '--force') return undefined;
  const statement = model.statementAt(literal.range.start) ?? literal.range;
  return AGENT.test(model.textAt(statement)) ? found : undefined;
}

/** `claude -p ... --dangerously-skip-permissions`, from the first word on. */
function isCommandLine(text: string): boolean {
  const first = /^\s*(?:(?:\w+=\S*|env|exec|nohup|timeout \d+\w?|cd \S+ &&)\s+)*(\S+)/u.exec(text)?.[1] ?? '';
  return AGENT.test(first.split('/').at(-1) ?? '');
}

/** Stands in a list, or is appended to one, and not in the description of a program's own options. */
function isListed(literal: StringExpression, model: SourceModel): boolean {
  const { start } = literal.range;
  const before = model.textAt({ start: Math.max(0, start - 40), end: start });
  if (!/(?:[[,]|\.(?:append|add|extend|insert)\()\s*$/u.test(before)) return false;
  const around = innermostCall(literal, model);
  const name = around ? model.textAt(around.callee.range) : '';
  return !DESCRIBES_OPTIONS.test(name);
}

function innermostCall(literal: StringExpression, model: SourceModel): Call | undefined {
  const statement = model.statementAt(literal.range.start);
  if (!statement) return undefined;
  return model
    .callsIn(statement)
    .filter((call) => containsRange(call.argumentsRange, literal.range))
    .reduce<Call | undefined>(
      (inner, call) => (inner && containsRange(call.range, inner.range) ? inner : call),
      undefined,
    );
}

/** `["claude", "--permission-mode", "bypassPermissions"]` */
function isValueOfOption({ range }: StringExpression, model: SourceModel): boolean {
  const before = model.textAt({ start: Math.max(0, range.start - 40), end: range.start });
  return /--(?:permission-mode|sandbox)["']\s*,\s*$/u.test(before);
}

/** `extra_args={"dangerously-skip-permissions": None}` */
function isKey({ range }: StringExpression, model: SourceModel): boolean {
  const statement = model.statementAt(range.start);
  return statement !== undefined && /^\s*:/u.test(model.textAt({ start: range.end, end: statement.end }));
}
