import type { ByteSource } from '../../bytes/byte-source';
import type { Format } from '../../formats';
import type { Inspector } from '../../inspector';
import type { Surroundings } from '../../place';
import type { Candidate, FormatReader } from '../format-reader';
import { decodeXml } from './decode-xml';
import { inspectDoctype } from './inspect-doctype';
import { inspectElement } from './inspect-element';
import { scanXml } from './scan-xml';

const MAX_SIZE = 64 * 1024 * 1024;
/** The first element of a document, after the declaration, comments and a document type with all that it declares. */
const ROOT = /<(?:\w+:)?PMML[\s>/]/u;

/** PMML: a model in XML. */
export const pmmlReader: FormatReader = {
  recognises: ({ head }: Candidate) => /^[\s\uFEFF]*<[?!\w]/u.test(decodeXml(head)),
  inspect(inspector: Inspector, source: ByteSource, place: Surroundings): Format | undefined {
    const text = decodeXml(source.read(0, MAX_SIZE).slice());
    if (!ROOT.test(text)) return undefined;
    if (source.size > MAX_SIZE) inspector.budget.tell('text');
    let elements = 0;
    for (const part of scanXml(text)) {
      if (++elements % 4096 === 0 && inspector.budget.expired) break;
      const tell = (verdict: 'safe' | 'suspicious' | 'malicious', message: string, code?: string): void =>
        inspector.findings.add({
          verdict,
          rule: 'code',
          message,
          where: place.where,
          offset: part.offset,
          ...(code === undefined ? {} : { code }),
        });
      if (part.kind === 'doctype') inspectDoctype(part.text, tell);
      else if (part.kind === 'instruction' && /^xml-stylesheet/u.test(part.text))
        tell('suspicious', 'A style sheet is to be loaded and run over the model.', part.text.slice(0, 200));
      else if (part.kind === 'element') {
        if (part.name === 'PMML')
          inspector.facts.addProperty({
            name: 'PMML',
            value: part.attributes.get('version') ?? '',
            where: place.where,
          });
        if (part.name === 'Application')
          inspector.facts.addProperty({
            name: 'producer',
            value: part.attributes.get('name') ?? '',
            where: place.where,
          });
        inspectElement(part, tell);
      }
    }
    return 'pmml';
  },
};
