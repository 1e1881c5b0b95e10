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
  return programOf(kind)?.parse(text, previous) ?? readDocument(text, kind);
}

/**
 * The same for a text of which no next version will be read, as in a scan: many times faster for Python.
 *
 * @throws Error when the language was not prepared, which is a mistake of the caller
 */
export function parseOnce(text: string, kind: DocumentKind): ParsedSource {
  const program = programOf(kind);
  return program?.parseOnce?.(text) ?? program?.parse(text) ?? readDocument(text, kind);
}

/** The front end for a program; undefined for what is none. */
function programOf({ language }: DocumentKind): FrontEnd | undefined {
  if (!isReady(language)) throw new Error(`The front end for ${language} was not loaded.`);
  return language === 'python' ? python : further?.programs[language];
}

function readDocument(text: string, kind: DocumentKind): ParsedSource {
  const { language } = kind;
  const document = further?.documents[language];
  return document?.read(text, kind) ?? { model: new PlainModel(language, text), content: NO_CONTENT };
}
