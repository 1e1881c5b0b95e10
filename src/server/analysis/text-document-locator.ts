import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextRange } from '../../source/range';
import type { WireLocator, WirePlace } from './wire-locator';

/** Positions in one text document. */
export class TextDocumentLocator implements WireLocator {
  readonly documents: WireLocator['documents'];

  constructor(private readonly document: TextDocument) {
    this.documents = [{ uri: document.uri, version: document.version }];
  }

  locate({ start, end }: TextRange): WirePlace {
    const { document } = this;
    return {
      uri: document.uri,
      range: { start: document.positionAt(start), end: document.positionAt(end) },
    };
  }

  locateCell(): WirePlace {
    return this.locate({ start: 0, end: 0 });
  }

  lineAt(offset: number): string {
    const { line } = this.document.positionAt(offset);
    return this.document.getText({
      start: { line, character: 0 },
      end: { line: line + 1, character: 0 },
    });
  }
}
