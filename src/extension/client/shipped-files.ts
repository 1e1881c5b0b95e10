import { Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  READ_CATALOG_METHOD,
  READ_KNOWN_PARTS_METHOD,
  type ReadCatalogResult,
} from '../../protocol/messages';

const FILES = {
  [READ_CATALOG_METHOD]: 'catalog.json',
  [READ_KNOWN_PARTS_METHOD]: 'known-parts.json',
} as const;

/** Gives a server that has no file system the texts that ship beside it. */
export function answerShippedFiles(client: BaseLanguageClient, extensionUri: Uri): void {
  for (const [method, name] of Object.entries(FILES)) {
    client.onRequest(method, async (): Promise<ReadCatalogResult> => {
      const file = Uri.joinPath(extensionUri, 'dist', name);
      return { text: new TextDecoder().decode(await workspace.fs.readFile(file)) };
    });
  }
}
