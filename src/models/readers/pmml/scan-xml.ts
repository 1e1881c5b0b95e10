/** A piece of an XML text. */
export type XmlPart =
  | {
      readonly kind: 'element';
      readonly offset: number;
      /** Without its prefix. */
      readonly name: string;
      readonly prefix: string;
      readonly attributes: ReadonlyMap<string, string>;
      /** The text up to the next tag. */
      readonly text: string;
    }
  | { readonly kind: 'doctype' | 'instruction'; readonly offset: number; readonly text: string };

const NAME = /<([A-Za-z_][\w.-]{0,200}:)?([A-Za-z_][\w.-]{0,200})/uy;
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const MAX_TEXT = 64 * 1024;

/** Elements, document types and instructions in the order of the text. Comments are passed over; what is no XML is skipped. */
export function* scanXml(text: string): Generator<XmlPart> {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      at = end < 0 ? text.length : end + 3;
    } else if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      at = end < 0 ? text.length : end + 3;
    } else if (/^<!DOCTYPE/iu.test(text.slice(at, at + 9))) {
      const end = endOfDoctype(text, at);
      yield { kind: 'doctype', offset: at, text: text.slice(at, Math.min(end, at + MAX_TEXT)) };
      at = end;
    } else if (text.startsWith('<?', at)) {
      const end = text.indexOf('?>', at);
      yield { kind: 'instruction', offset: at, text: text.slice(at + 2, end < 0 ? at + MAX_TEXT : end) };
      at = end < 0 ? text.length : end + 2;
    } else {
      NAME.lastIndex = at;
      const tag = NAME.exec(text);
      const end = tag ? endOfTag(text, NAME.lastIndex) : at + 1;
      if (tag) yield elementOf(tag, text, end);
      at = end;
    }
  }
}

function elementOf(tag: RegExpExecArray, text: string, start: number): XmlPart {
  const [whole, prefix = '', name = ''] = tag;
  const rest = text.slice(tag.index + whole.length, Math.min(start, tag.index + MAX_TEXT));
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of rest.matchAll(ATTRIBUTE))
    attributes.set(key, double ?? single ?? '');
  const next = text.startsWith('<![CDATA[', start) ? text.indexOf(']]>', start) : text.indexOf('<', start);
  const end = next < 0 ? text.length : next;
  return {
    kind: 'element',
    offset: tag.index,
    name,
    prefix: prefix.slice(0, -1),
    attributes,
    text: text.slice(start, Math.min(end, start + MAX_TEXT)),
  };
}

/** After the bracket that closes a tag; one in it may stand in quotes. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '>') return at + 1;
  }
  return text.length;
}

/** After the bracket that closes a document type; one in it may stand in quotes. */
function endOfDoctype(text: string, start: number): number {
  let open = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '<') open++;
    else if (letter === '>' && --open === 0) return at + 1;
  }
  return text.length;
}
