import { readNotebook } from '../../source/notebook/read-notebook';
import { NOTEBOOK_LIMIT } from '../../workspace/discovery/source-kind';
import type { FileSystem } from '../../workspace/file-system';
import type { OpenNotebook } from './open-source';

/** The key of a cell's outputs: its text, whatever line ends the file or the editor prefers. */
export function outputKey(text: string): string {
  return text.replace(/\r\n?/gu, '\n');
}

/**
 * The outputs in a saved notebook. Editors do not send outputs, so they come from the file and go to the cells that still
 * have the text they were saved with.
 *
 * @throws FileSystemError when the file cannot be read
 */
export async function readSavedOutputs(files: FileSystem, path: string): Promise<OpenNotebook['outputs']> {
  const bytes = await files.read(path, NOTEBOOK_LIMIT);
  const outputs = new Map<string, readonly string[]>();
  for (const cell of readNotebook(new TextDecoder().decode(bytes)).cells) {
    if (cell.kind !== 'code' || cell.outputs.length === 0) continue;
    const key = outputKey(cell.text);
    outputs.set(key, [...(outputs.get(key) ?? []), ...cell.outputs]);
  }
  return outputs;
}
