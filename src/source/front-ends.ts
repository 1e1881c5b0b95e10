import { NO_CONTENT } from './content/document-content';
import { PlainModel } from './content/plain-model';
import type { DocumentKind } from './document-kind';
import type { DocumentReader, FrontEnd, ParsedSource, TextChange } from './front-end';
import type { CodeLanguage, ContentLanguage, SourceLanguage } from './model';
import { PythonFrontEnd } from './python/python-front-end';

const CODE: Readonly<Partial<Record<SourceLanguage, FrontEnd>>> = {
  python: new PythonFrontEnd(),
} satisfies Partial<Record<CodeLanguage, FrontEnd>>;

const DOCUMENTS: Readonly<Partial<Record<SourceLanguage, DocumentReader>>> = {} satisfies Partial<
  Record<ContentLanguage, DocumentReader>
>;

/** Whether a language has a front end in this build. */
export function isRead(language: SourceLanguage): boolean {
  return CODE[language] !== undefined || DOCUMENTS[language] !== undefined;
}

/**
 * Reads a text as what it is. Never throws.
 *
 * @param previous its version before, and the changes that lead from there to `text`; only programs make use of it
 */
export function parseSource(
  text: string,
  kind: DocumentKind,
  previous?: { readonly source: ParsedSource; readonly changes: readonly TextChange[] },
): ParsedSource {
  const code = CODE[kind.language];
  if (code) return code.parse(text, previous);
  return (
    DOCUMENTS[kind.language]?.read(text, kind) ?? {
      model: new PlainModel(kind.language, text),
      content: NO_CONTENT,
    }
  );
}
