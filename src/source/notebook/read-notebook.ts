import { parse, type ParseError } from 'jsonc-parser';
import type { SourceProblem } from '../model';
import type { Notebook, NotebookCell } from './notebook';
import { isObject, joinLines, type JsonObject } from './json-shape';
import { readOutputs } from './read-outputs';

const NOWHERE = { start: 0, end: 0 };

/**
 * Reads the text of an `.ipynb` file, nbformat 3 or 4 (https://nbformat.readthedocs.io/). Never throws: broken JSON gives a problem
 * at its place and the cells that can still be read.
 */
export function readNotebook(text: string): Notebook {
  const problems: SourceProblem[] = [];
  const content = readJson(text, problems);
  if (!isObject(content)) {
    if (problems.length === 0) problems.push(problem('The file is not a notebook: it holds no JSON object.'));
    return { language: 'python', cells: [], problems };
  }
  const language = languageOf(content);
  const rawCells = cellsOf(content);
  if (!rawCells) {
    problems.push(problem('The file is not a notebook: it has no list of cells.'));
    return { language, cells: [], problems };
  }
  const cells = rawCells.map((raw, index) => readCell(raw, index, language, problems));
  return { language, cells, problems };
}

/** The raw cells in order: of nbformat 4, or of the worksheets of nbformat 3. */
function cellsOf(content: JsonObject): readonly unknown[] | undefined {
  if (Array.isArray(content['cells'])) return content['cells'] as unknown[];
  const worksheets: unknown = content['worksheets'];
  if (!Array.isArray(worksheets)) return undefined;
  return worksheets.flatMap((sheet: unknown) =>
    isObject(sheet) && Array.isArray(sheet['cells']) ? (sheet['cells'] as unknown[]) : [],
  );
}

function readCell(raw: unknown, index: number, language: string, problems: SourceProblem[]): NotebookCell {
  if (!isObject(raw)) {
    problems.push(problem(`Cell ${index + 1} is not a JSON object.`));
    return { kind: 'raw', language, text: '', outputs: [] };
  }
  const kind = raw['cell_type'] === 'code' ? 'code' : raw['cell_type'] === 'raw' ? 'raw' : 'markdown';
  const text = joinLines(raw['source'] ?? raw['input']);
  if (text === undefined) problems.push(problem(`The source of cell ${index + 1} is no text.`));
  const { outputs, isCut } = kind === 'code' ? readOutputs(raw['outputs']) : { outputs: [], isCut: false };
  if (isCut) {
    const message = `The output of cell ${index + 1} is long; only its start was looked at.`;
    problems.push({ kind: 'limit', message, range: NOWHERE });
  }
  return { kind, language: cellLanguage(raw) ?? language, text: text ?? '', outputs };
}

/** The language that a cell's own metadata names, as VS Code and nbformat 3 write it. */
function cellLanguage(raw: JsonObject): string | undefined {
  if (typeof raw['language'] === 'string') return raw['language'].toLowerCase();
  const metadata = raw['metadata'];
  const editor = isObject(metadata) ? metadata['vscode'] : undefined;
  const id = isObject(editor) ? editor['languageId'] : undefined;
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

function languageOf(content: JsonObject): string {
  const metadata = content['metadata'];
  if (!isObject(metadata)) return 'python';
  const info = metadata['language_info'];
  const kernel = metadata['kernelspec'];
  const named = (isObject(info) && info['name']) || (isObject(kernel) && kernel['language']);
  const language = typeof named === 'string' ? named.toLowerCase() : 'python';
  return /^(?:i?python[\d.]*)$/.test(language) ? 'python' : language;
}

/** The strict parser is fast; the tolerant one says where the text is broken and reads on. */
function readJson(text: string, problems: SourceProblem[]): unknown {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    const errors: ParseError[] = [];
    let content: unknown;
    try {
      content = parse(body, errors, { disallowComments: true });
    } catch (error) {
      // Only nesting deeper than the call stack gets here.
      if (!(error instanceof RangeError)) throw error;
    }
    const start = (errors[0]?.offset ?? 0) + text.length - body.length;
    const end = start + (errors[0]?.length ?? 0);
    problems.push({ kind: 'syntax', message: 'The notebook is not valid JSON here.', range: { start, end } });
    return content;
  }
}

function problem(message: string): SourceProblem {
  return { kind: 'syntax', message, range: NOWHERE };
}
