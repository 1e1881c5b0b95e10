import type { Call } from '../../source/expression';
import type { SourceModel } from '../../source/model';

/** What says that a loop ends by itself: a count, a clock, a limit, a person at the keyboard, a queue that is waited for. */
const BOUNDED =
  /\b(?:input|prompt_toolkit|readline|get_nowait|accept|recv)\s*\(|(?:\b|_)(?:max|limit|budget|remaining|attempts?|retries|turns?|steps?|iterations?|rounds?|counter|deadline|timeout|depth)(?:\b|_)|\+=\s*1\b|\btime\.(?:time|monotonic|perf_counter)\s*\(|\b(?:queue|sleep)\b/i;

/** Tools are called in the loop: what makes it an agent and not one retry after another. */
const USES_TOOLS = /\btool(?:s|_calls?|_use|_results?|_choice)?\b|\bfunction_call(?:s|ing)?\b/i;

/**
 * Whether a call stands in a `while True` of its function that nothing seen in it ends but the model itself. Loops are no part of the
 * source model, so this looks at the lines around the call.
 */
export function isInEndlessLoop(call: Call, model: SourceModel): boolean {
  const around = model.functionAt(call.range.start)?.range;
  const start = around?.start ?? 0;
  const text = around ? model.textAt(around) : model.text;
  const lines = text.split('\n');
  const lineOfCall = text.slice(0, call.range.start - start).split('\n').length - 1;
  const head = headOf(lines, lineOfCall);
  if (head === undefined) return false;
  const own = indentOf(lines[head] ?? '');
  const rest = lines.slice(head + 1);
  const length = rest.findIndex((line) => line.trim() !== '' && indentOf(line) <= own);
  const body = (length < 0 ? rest : rest.slice(0, length)).join('\n');
  return USES_TOOLS.test(body) && !BOUNDED.test(withoutTexts(body));
}

/** The line of the innermost `while True` that the line stands in. */
function headOf(lines: readonly string[], from: number): number | undefined {
  let indent = indentOf(lines[from] ?? '');
  for (let at = from - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (line.trim() === '' || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    if (/^\s*while\s+(?:True|1|not\s+(?:done|finished|stop))\s*:/.test(line)) return at;
    if (/^\s*(?:async\s+)?(?:for|def|while)\b/.test(line)) return undefined;
  }
  return undefined;
}

/** Words in texts and comments, and limits of the answer's length, are no limits of the loop. */
function withoutTexts(body: string): string {
  return body
    .replace(/#.*$/gm, '')
    .replace(/(["'])(?:(?!\1).)*\1/g, '""')
    .replace(/\b(?:max_(?:output_|completion_)?tokens|timeout)\s*=\s*[\w.]+/g, '');
}

function indentOf(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
