import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import { decodeUtf8 } from '../../pickle/pickle-text';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { analyseTemplate } from './analyse-template';

const MAX_SIZE = 4 * 1024 * 1024;
/** Variables that only a chat template has. */
const CHAT = /\b(?:messages|add_generation_prompt|bos_token|raise_exception)\b/u;

/** Reads `chat_template.jinja` and other files that are a template: text with tags, about a conversation or so named. */
export const jinjaReader: FormatReader = {
  recognises({ source, head, place }: Candidate): boolean {
    if (source.size === 0 || source.size > MAX_SIZE || head.includes(0)) return false;
    const named = /\.(?:jinja2?|j2)$/iu.test(place.name);
    // Only text with an opening brace near its beginning, or called a template, is read as a whole.
    if (!named && !/\{[{%#]/u.test(String.fromCharCode(...head))) return false;
    const text = textOf(source);
    return (
      text !== undefined && hasTags(text) && (named || (CHAT.test(text) && !/^\s*[{[]\s*["\]}]/u.test(text)))
    );
  },

  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = textOf(source);
    if (text === undefined) return undefined;
    inspector.budget.take('bytes', source.size);
    analyseTemplate(inspector, { title: 'The chat template', text, where: place.where, offset: 0 });
    return 'chat-template';
  },
};

function hasTags(text: string): boolean {
  return (text.includes('{{') && text.includes('}}')) || (text.includes('{%') && text.includes('%}'));
}

function textOf(source: ByteSource): string | undefined {
  const bytes = source.read(0, MAX_SIZE);
  return decodeUtf8(bytes, 0, bytes.length);
}
