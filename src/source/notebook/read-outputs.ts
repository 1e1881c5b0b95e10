import { isObject, joinLines } from './json-shape';

/** Characters of output looked at, for each cell. */
const MAX_OUTPUT = 256 * 1024;
/** Colours and other terminal controls in tracebacks: they would cut words in two. */
// eslint-disable-next-line no-control-regex
const TERMINAL_CONTROL = /\u001b\[[0-9;?]*[A-Za-z]/g;
/** Text forms of a result; of each output the plain one and the HTML one are shown or searched. */
const TEXT_FORMS = ['text/plain', 'text/html', 'text/markdown', 'application/json'];

/** The texts in a code cell's `outputs`, up to a limit. */
export function readOutputs(raw: unknown): { outputs: string[]; isCut: boolean } {
  const outputs: string[] = [];
  let left = MAX_OUTPUT;
  let isCut = false;
  for (const output of Array.isArray(raw) ? (raw as unknown[]) : []) {
    if (!isObject(output)) continue;
    for (const text of textsOf(output)) {
      if (text === '') continue;
      if (text.length > left) isCut = true;
      if (left <= 0) continue;
      outputs.push(text.slice(0, left));
      left -= text.length;
    }
  }
  return { outputs, isCut };
}

function* textsOf(output: Readonly<Record<string, unknown>>): Iterable<string> {
  const data = output['data'];
  if (isObject(data)) for (const form of TEXT_FORMS) yield asText(data[form]);
  yield asText(output['text']);
  // nbformat 3 keeps the forms of a result beside each other.
  yield asText(output['html']);
  const traceback: unknown = output['traceback'];
  if (Array.isArray(traceback)) {
    const lines = traceback.filter((line): line is string => typeof line === 'string');
    yield lines.join('\n').replace(TERMINAL_CONTROL, '');
  } else yield asText(output['evalue']);
}

function asText(value: unknown): string {
  if (isObject(value)) return JSON.stringify(value).slice(0, MAX_OUTPUT);
  return joinLines(value) ?? '';
}
