import { joinContent } from '../content/document-content';
import { PlainModel } from '../content/plain-model';
import type { DocumentReader } from '../front-end';
import type { ContentLanguage } from '../model';
import { dataContent } from './data-content';
import { dataStrings } from './data-strings';
import type { ReadData } from './read-data';

/** The reader of a language of configuration: its data, and the commands, packages and images that the data names. */
export function dataReader(language: ContentLanguage, read: (text: string) => ReadData): DocumentReader {
  return {
    read(text, kind) {
      const { roots, comments, problems } = read(text);
      // What was locked is written by a machine: it holds no keys, but very many texts.
      const strings = kind.role === 'package-lock' ? [] : dataStrings(roots);
      return {
        model: new PlainModel(language, text, { strings, comments, problems }),
        content: joinContent([{ data: roots }, ...roots.map((root) => dataContent(root, kind))]),
      };
    },
  };
}
