import type { NotebookCommand } from './notebook-program';
import { PythonLineState } from './python-line-state';

/** Cell magics whose cell is Python that the kernel runs (https://ipython.readthedocs.io/en/stable/interactive/magics.html). */
const PYTHON_CELL_MAGICS = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'debug',
  'python',
  'python3',
  'mypy',
  'memit',
]);

const CELL_MAGIC = /^\s*%%(\w+)/;
/** `%magic`, `!command`, `name = %magic`, `name = !command`. */
const LINE_COMMAND = /^([ \t]*)(?:[\w.,[\]'" \t]+=[ \t]*(?=[%!]))?(%{1,2}[A-Za-z_]|!)/;
/** `?name`, `name?`, `name??`. */
const HELP = /^[ \t]*(?:\?{1,2}[ \t]*[\w.*%]+|%{0,2}[\w.*]+(?:\[[^\]]*\])?\?{1,2})\s*$/;

/** A cell's text with what is not Python blanked by spaces, so that every offset stays. */
export function blankCommands(text: string): { text: string; commands: NotebookCommand[] } {
  const commands: NotebookCommand[] = [];
  const cellMagic = CELL_MAGIC.exec(text);
  const isOtherLanguage = cellMagic && !PYTHON_CELL_MAGICS.has(cellMagic[1] ?? '');
  if (isOtherLanguage) {
    const start = text.search(/\S/);
    commands.push({ kind: 'magic', text: text.slice(start), range: { start, end: text.length } });
    return { text: blank(text), commands };
  }
  if (!/[%!?]|"""|'''/.test(text)) return { text, commands };

  const state = new PythonLineState();
  let result = '';
  let continues = false;
  for (const { line, start } of linesOf(text)) {
    const match = continues || !state.isAtStatement ? null : LINE_COMMAND.exec(line);
    if (match || continues) {
      addCommand(commands, line, start, match, continues);
      continues = /\\\s*$/.test(line);
      result += match && match[1] ? placeholder(line, match[1].length) : blank(line);
    } else if (state.isAtStatement && HELP.test(line)) {
      result += blank(line);
    } else {
      state.read(line, start);
      result += line;
    }
  }
  // A string that is never closed would take in all cells behind this one.
  const open = state.openStringStart;
  return { text: open === undefined ? result : result.slice(0, open) + blank(result.slice(open)), commands };
}

function addCommand(
  commands: NotebookCommand[],
  line: string,
  start: number,
  match: RegExpExecArray | null,
  continues: boolean,
): void {
  const trimmedEnd = start + line.trimEnd().length;
  const last = commands.at(-1);
  if (continues && last) {
    const range = { start: last.range.start, end: trimmedEnd };
    commands[commands.length - 1] = { ...last, text: `${last.text}\n${line.trimEnd()}`, range };
    return;
  }
  if (!match) return;
  const mark = match[2] ?? '';
  const from = match[0].length - mark.length;
  const range = { start: start + from, end: trimmedEnd };
  commands.push({ kind: mark === '!' ? 'shell' : 'magic', text: line.slice(from).trimEnd(), range });
}

/** A statement that does nothing: an indented command may be all that a block holds. */
function placeholder(line: string, indent: number): string {
  return line.slice(0, indent) + '0' + blank(line.slice(indent + 1));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

/** Lines with their line ends. */
function* linesOf(text: string): Iterable<{ line: string; start: number }> {
  const pattern = /[^\r\n]*(?:\r\n|\r|\n|$)/g;
  for (const match of text.matchAll(pattern)) {
    if (match[0] !== '') yield { line: match[0], start: match.index };
  }
}
