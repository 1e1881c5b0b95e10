type Tell = (verdict: 'safe' | 'suspicious' | 'malicious', message: string, code?: string) => void;

const EXTERNAL =
  /<!ENTITY\s+(?:%\s*)?[\w.:-]+\s+(?:SYSTEM\s+|PUBLIC\s+(?:"[^"]*"|'[^']*')\s+)(?:"([^"]*)"|'([^']*)')/iu;
const SUBSET =
  /<!DOCTYPE\s+[\w.:-]+\s+(?:SYSTEM\s+|PUBLIC\s+(?:"[^"]*"|'[^']*')\s+)(?:"([^"]*)"|'([^']*)')/iu;
const ENTITY = /<!ENTITY\s+(?:%\s*)?[\w.:-]+\s+(?:"([^"]*)"|'([^']*)')/giu;

/** A document type may make a parser read files, connect, or grow a few letters to gigabytes. No writer of PMML needs one. */
export function inspectDoctype(text: string, tell: Tell): void {
  const external = EXTERNAL.exec(text) ?? SUBSET.exec(text);
  if (external) {
    const address = external[1] ?? external[2] ?? '';
    tell('malicious', `A parser of XML is told to read "${address}".`, address);
    return;
  }
  const nested = [...text.matchAll(ENTITY)].filter(([, double, single]) =>
    /[&%][\w.:-]+;/u.test(double ?? single ?? ''),
  );
  if (nested.length > 0)
    tell('malicious', 'Entities hold entities, which grow without bound when they are read.');
  else if (/<!ENTITY/iu.test(text))
    tell('suspicious', 'The document defines entities, which no writer of PMML does.');
  else tell('suspicious', 'The document has a document type, which no writer of PMML gives it.');
}
