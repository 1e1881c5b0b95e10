import type { ModelText } from '../../../models/facts/model-facts';
import type { Finding } from '../../../models/verdict/finding';

/** The line, from 1, that a finding points to in a text; undefined when it is about something else. */
export function lineOf(text: ModelText, { where, offset, code, rule }: Finding): number | undefined {
  if (where !== text.where || rule === 'format' || rule === 'limit') return undefined;
  const at = offset - text.offset;
  if (at < 0 || at > text.text.length) return undefined;
  // What stands there as it was written is surer than an offset, which may count bytes or characters.
  const quoted =
    code === undefined || code.length < 3 ? -1 : text.text.indexOf(code, at > 0 ? Math.max(0, at - 8) : 0);
  return countLines(text.text, quoted < 0 ? at : quoted);
}

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}
