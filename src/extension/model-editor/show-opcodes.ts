import { window, workspace } from 'vscode';
import { OPCODES_PER_PAGE } from '../../report/model/view/model-view';
import { fileName } from './file-name';
import type { ModelDocument } from './model-document';
import { opcodeText } from './opcode-text';
import type { VirtualTexts } from './virtual-texts';

/** Longer disassemblies are cut: an editor is slow with them, and the page has all of it. */
const MAX_PAGES = 25;

/** Opens the disassembly of a pickle as a text of its own, to be searched and compared. */
export async function showOpcodes(
  document: ModelDocument,
  pickle: number,
  texts: VirtualTexts,
): Promise<void> {
  const first = await document.opcodes(pickle, 0);
  const pages = [first.rows];
  const wanted = Math.min(MAX_PAGES, Math.ceil(first.total / OPCODES_PER_PAGE));
  for (let page = 1; page < wanted; page++) pages.push((await document.opcodes(pickle, page)).rows);
  const name = `${fileName(document.uri)}${pickle > 0 ? `-${pickle}` : ''}.pickledis`;
  const uri = texts.keep(document.uri, name, opcodeText(pages.flat(), first.total));
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
}
