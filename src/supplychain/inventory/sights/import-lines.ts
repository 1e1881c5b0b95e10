import type { SourceLanguage } from '../../../source/model';
import type { LocatedSighting } from '../../facts/located-facts';
import { libraryOfModule } from '../knowledge/ai-libraries';

const PYTHON =
  /^[ \t]*(?:from[ \t]+([A-Za-z_][\w.]*)[ \t]+import[ \t]+([A-Za-z_]\w*)?|import[ \t]+([A-Za-z_][\w.]*(?:[ \t]*,[ \t]*[A-Za-z_][\w.]*)*))/gmu;
const SCRIPT = /(?:\bfrom|\bimport|\brequire\()[ \t]*['"]((?:@[\w.-]+\/)?[\w.-]+(?:\/[\w./-]+)?)['"]/gu;
const QUOTES = /"""|'''/gu;

/**
 * The libraries of AI that a program imports, read from its lines without a parse: for files that say nothing else. Each once.
 *
 * @param text decoded as it may be: names of modules are ASCII
 */
export function importLines(text: string, language: SourceLanguage): readonly LocatedSighting[] {
  const isPython = language === 'python';
  const found = new Map<string, LocatedSighting>();
  for (const match of text.matchAll(isPython ? PYTHON : SCRIPT)) {
    for (const module of isPython ? pythonModules(match) : [match[1] ?? '']) {
      const name = libraryOfModule(isPython ? 'pypi' : 'npm', module);
      if (name === undefined || found.has(name)) continue;
      if (isPython && isInText(text, match.index)) continue;
      found.set(name, sighting(name, isPython ? 'pypi' : 'npm', text, match));
    }
  }
  return [...found.values()];
}

function pythonModules([, from, name, list = '']: RegExpMatchArray): readonly string[] {
  if (from !== undefined) return name === undefined ? [from] : [`${from}.${name}`, from];
  return list.split(',').map((module) => module.trim());
}

/** Whether a place is within a string of several lines: an example in a description is no import. */
function isInText(text: string, offset: number): boolean {
  let count = 0;
  QUOTES.lastIndex = 0;
  for (let match = QUOTES.exec(text); match && match.index < offset; match = QUOTES.exec(text)) count++;
  return count % 2 === 1;
}

function sighting(
  name: string,
  origin: 'pypi' | 'npm',
  text: string,
  match: RegExpMatchArray,
): LocatedSighting {
  const at = (match.index ?? 0) + match[0].search(/\S/u);
  const before = text.slice(0, at).split('\n');
  const start = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const end = { line: start.line, character: start.character + match[0].trim().length };
  return { kind: 'library', name, origin, pinning: 'unknown', via: 'import', location: { start, end } };
}
