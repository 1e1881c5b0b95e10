import { CompletionItem, CompletionItemKind, languages, Range, type Disposable } from 'vscode';
import type { LensClient } from '../client/lens-client';
import { projectFileCompletions } from './project-file-completions';
import { PROJECT_FILE_NAME } from './template';

/** Completes `.mlsecops.yaml` also where no YAML extension is installed that would read the contributed schema. */
export function provideProjectFileCompletions(client: LensClient): Disposable {
  return languages.registerCompletionItemProvider(
    { language: 'yaml', pattern: `**/${PROJECT_FILE_NAME}` },
    {
      provideCompletionItems: (document, position) => {
        const before = document.getText(new Range(0, 0, position.line, position.character));
        const offers = projectFileCompletions(before.split(/\r?\n/u), client.catalog?.rules ?? []);
        return offers.map(({ label, insert, detail }) => {
          const item = new CompletionItem({ label, description: detail }, CompletionItemKind.Value);
          item.insertText = insert;
          return item;
        });
      },
    },
    ' ',
  );
}
