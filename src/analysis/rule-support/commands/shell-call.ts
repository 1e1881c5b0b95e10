import type { ApiOf } from '../../../catalog/schema/api';
import { commandContent } from '../../../source/packages/command-content';
import { parseShell } from '../../../source/shell/parse-shell';
import { parseWords } from '../../../source/shell/parse-words';
import type { ShellCommand } from '../../../source/content/shell-command';
import type { DocumentContent } from '../../../source/content/document-content';
import type { Call, Expression } from '../../../source/expression';
import type { SourceModel } from '../../../source/model';
import { commandText } from '../command-text';

/** What a command that a program runs holds, given as a text or as a list of words; all of it stands where the call does. */
export function contentOfCall(
  call: Call,
  api: ApiOf<'execution-sink'>,
  model: SourceModel,
): Partial<DocumentContent> & { readonly commands: readonly ShellCommand[] } {
  if (api.sink !== 'shell') return { commands: [] };
  const { start, end } = call.range;
  const place = { offsetOf: (offset: number) => (offset === 0 ? start : end) };
  const words = wordsOf(call, api, model);
  const text = words ? undefined : commandText(call, api, model);
  if (words)
    return commandsWithContent(
      parseWords(
        words.map((word) => ({ text: word, place })),
        'script',
      ),
    );
  return commandsWithContent(text === undefined ? [] : parseShell(text, place, 'script'));
}

function commandsWithContent(
  commands: readonly ShellCommand[],
): Partial<DocumentContent> & { readonly commands: readonly ShellCommand[] } {
  return { ...commandContent(commands), commands };
}

/** The words of a list; what is not known becomes a variable of the shell. */
function wordsOf(
  call: Call,
  { input }: ApiOf<'execution-sink'>,
  model: SourceModel,
): readonly string[] | undefined {
  const found = call.argument(input);
  if (found.state !== 'given') return undefined;
  const value = model.dereference(found.argument.value);
  if (value.kind !== 'collection') return undefined;
  return value.elements.map((element) => wordOf(element, model));
}

function wordOf(element: Expression, model: SourceModel): string {
  const parts = model.stringParts(element);
  if (parts) return parts.map((part) => (part.kind === 'text' ? part.value : '${unknown}')).join('');
  return model.qualifiedNames(element).includes('sys.executable') ? 'python' : '${unknown}';
}
