import type { ShellCommand } from '../content/shell-command';
import { placeFrom, type TextPlace } from '../content/text-place';
import { parseShell } from '../shell/parse-shell';
import { parseWords } from '../shell/parse-words';
import type { LogicalLine } from './logical-line';

/** What `RUN`, `CMD`, `ENTRYPOINT`, `HEALTHCHECK` run: a script, a list of words in JSON, or a text behind `<<`. */
export function readCommands(
  keyword: string,
  text: string,
  place: TextPlace,
  documents: LogicalLine['documents'],
): readonly ShellCommand[] {
  if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword)) return [];
  if (keyword === 'HEALTHCHECK') {
    const [head] = /^CMD\s+/iu.exec(text) ?? [];
    if (head === undefined) return [];
    return readCommands('CMD', text.slice(head.length), behind(place, head.length), []);
  }
  const words = readWords(text, place);
  if (words) return parseWords(words, 'dockerfile');
  const commands = parseShell(text, place, 'dockerfile');
  const isScript = /^(?:(?:ba|z|da)?sh\s+(?:-\w+\s+)*)?<<-?/u.test(text);
  if (!isScript) return commands;
  return [
    ...commands.filter((command) => command.words.length > 0),
    ...documents
      .filter((document) => !/^#!.*(?:python|node|perl|ruby)/u.test(document.text))
      .flatMap((document) => parseShell(document.text, placeFrom(document.start), 'dockerfile')),
  ];
}

/** The words of the JSON form; undefined when the text is not in it. */
function readWords(
  text: string,
  place: TextPlace,
): readonly { readonly text: string; readonly place: TextPlace }[] | undefined {
  if (!/^\[\s*"[\s\S]*\]$/u.test(text)) return undefined;
  const words: { text: string; place: TextPlace }[] = [];
  for (const match of text.matchAll(/"((?:\\[\s\S]|[^"\\])*)"/gu)) {
    const raw = match[1] ?? '';
    const start = match.index + 1;
    const word = decoded(raw);
    // Escapes are rare; with them the word stands as a whole.
    const exact = word === raw;
    words.push({
      text: word,
      place: { offsetOf: (offset) => place.offsetOf(start + (exact || offset === 0 ? offset : raw.length)) },
    });
  }
  return words;
}

function decoded(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}

function behind(place: TextPlace, from: number): TextPlace {
  return { offsetOf: (offset) => place.offsetOf(from + offset) };
}
