import type { CodeAction, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text after an action, as an editor would apply it to one document. */
export function applied(text: string, uri: string, action: CodeAction | undefined): string {
  const document = TextDocument.create(uri, 'python', 1, text);
  return TextDocument.applyEdits(document, editsOf(action, uri));
}

function editsOf(action: CodeAction | undefined, uri: string): TextEdit[] {
  const versioned = (action?.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uri ? change.edits : [],
  );
  return [...(versioned as TextEdit[]), ...(action?.edit?.changes?.[uri] ?? [])];
}
