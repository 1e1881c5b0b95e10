import { NO_CONTENT } from '../content/document-content';
import { PlainModel } from '../content/plain-model';
import { placeFrom } from '../content/text-place';
import type { DocumentReader, ParsedSource } from '../front-end';
import { commandContent } from '../packages/command-content';
import { readShell } from './parse-shell';

/** Reads a file that is a shell script. */
export const SHELL_READER: DocumentReader = {
  read(text): ParsedSource {
    const { commands, comments } = readShell(text, placeFrom(0), 'script');
    return {
      model: new PlainModel('shell', text, { comments }),
      content: { ...NO_CONTENT, ...commandContent(commands) },
    };
  },
};
