import { NO_CONTENT } from './content/document-content';
import { PlainModel } from './content/plain-model';
import type { DocumentKind } from './document-kind';
import type { DocumentReader, FrontEnd, ParsedSource, TextChange } from './front-end';
import type { SourceLanguage } from './model';
import { PythonFrontEnd } from './python/python-front-end';

/** Front ends that come with `further-languages.ts`. */
export interface FurtherLanguages {
  readonly programs: Readonly<Partial<Record<SourceLanguage, FrontEnd>>>;
  readonly documents: Readonly<Partial<Record<SourceLanguage, DocumentReader>>>;
}

const python = new PythonFrontEnd();
let further: FurtherLanguages | undefined;
let loading: Promise<void> | undefined;
let load: (() => Promise<FurtherLanguages>) | undefined;

/** Makes the further languages known, for a process that has them at hand. */
export function useLanguages(languages: FurtherLanguages): void {
  further = languages;
}

/** Says where the further languages come from when the first document in one of them turns up. */
export function loadLanguagesWith(loader: () => Promise<FurtherLanguages>): void {
  load = loader;
}

/** Whether a document in this language can be read at once. */
export function isReady(language: SourceLanguage): boolean {
  return language === 'python' || further !== undefined;
}

/**
 * Sees to it that documents in this language can be read.
 *
 * @throws Error when the front ends cannot be loaded; the next call tries again
 */
export async function prepareLanguage(language: SourceLanguage): Promise<void> {
  if (isReady(language)) return;
  if (!load) throw new Error(`There is no front end for ${language} in this process.`);
  loading ??= load()
    .then(useLanguages)
    .finally(() => (loading = undefined));
  await loading;
}

/**
 * Reads a text as what it is. Never throws on any text.
 *
 * @param previous its version before, and the changes that lead from there to `text`; only programs make use of it
 * @throws Error when the language was not prepared, which is a mistake of the caller
 */
export function parseSource(
  text: string,
  kind: DocumentKind,
  previous?: { readonly source: ParsedSource; readonly changes: readonly TextChange[] },
): ParsedSource {
  const { language } = kind;
  if (!isReady(language)) throw new Error(`The front end for ${language} was not loaded.`);
  const program = language === 'python' ? python : further?.programs[language];
  if (program) return program.parse(text, previous);
  const document = further?.documents[language];
  return document?.read(text, kind) ?? { model: new PlainModel(language, text), content: NO_CONTENT };
}
