import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ContentChange, DocumentItem } from '../connection/params';
import { uriKey } from '../files/uri-path';
import type { OpenText } from './open-source';

/** The text documents the client has open. */
export class TextStore {
  private readonly open = new Map<string, OpenText>();

  get(uri: string): OpenText | undefined {
    return this.open.get(uriKey(uri));
  }

  all(): Iterable<OpenText> {
    return this.open.values();
  }

  add(item: DocumentItem): OpenText {
    const { uri, languageId, version, text } = item;
    return this.keep(TextDocument.create(uri, languageId, version, text));
  }

  /** Applies changes in order. @throws RangeError for a document that is not open: the texts would drift apart. */
  change(uri: string, version: number, changes: readonly ContentChange[]): OpenText {
    const known = this.open.get(uriKey(uri));
    if (!known) throw new RangeError(`changed before it was opened: ${uri}`);
    return this.keep(updated(known.document, version, changes));
  }

  remove(uri: string): OpenText | undefined {
    const known = this.open.get(uriKey(uri));
    this.open.delete(uriKey(uri));
    return known;
  }

  private keep(document: TextDocument): OpenText {
    const state: OpenText = { kind: 'text', uri: document.uri, version: document.version, document };
    this.open.set(uriKey(document.uri), state);
    return state;
  }
}

/** The document after the changes; the same object, which applies them in place. */
export function updated(
  document: TextDocument,
  version: number,
  changes: readonly ContentChange[],
): TextDocument {
  const events = changes.map(({ range, text }) => (range ? { range, text } : { text }));
  return TextDocument.update(document, events, version);
}
