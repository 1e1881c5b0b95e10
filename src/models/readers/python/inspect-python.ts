import type { ByteSource } from '../../bytes/byte-source';
import type { Inspector } from '../../inspector';
import { decodeLatin1, decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import { EFFECT_NAMES } from '../../verdict/effect-names';
import { findCalls } from './find-calls';
import { AT_IMPORT } from './harmful-calls';

const MAX_SIZE = 2 * 1024 * 1024;
const TOLD = 30;

/**
 * Looks into Python code that a loader imports: what it calls at once is what the file does when it is loaded.
 *
 * @param when says at which moment it runs, as the rest of "It is Python code that runs …"
 */
export function inspectPython(
  inspector: Inspector,
  source: ByteSource,
  { where }: Surroundings,
  when: string,
): void {
  const bytes = source.read(0, MAX_SIZE);
  const text = decodeUtf8(bytes, 0, bytes.length) ?? decodeLatin1(bytes, 0, bytes.length);
  inspector.budget.take('bytes', bytes.length);
  inspector.facts.addText({ title: where, language: 'python', text, where, offset: 0 });
  if (text.trim() !== '') inspector.tell('suspicious', 'code', `It is Python code that runs ${when}.`, where);
  const { calls, partial } = findCalls(text);
  for (const { name, does, code, offset, atImport } of calls.slice(0, TOLD)) {
    const harmful = atImport && AT_IMPORT.has(does);
    inspector.findings.add({
      verdict: harmful ? 'malicious' : 'suspicious',
      rule: 'code',
      message: `The code calls ${name}${harmful ? ' as soon as it runs' : ''}: it ${EFFECT_NAMES[does]}.`,
      does,
      code,
      where,
      offset,
    });
  }
  if (partial || source.size > MAX_SIZE) {
    inspector.tell('incomplete', 'limit', 'The code is too long to be looked at as a whole.', where);
  }
}
