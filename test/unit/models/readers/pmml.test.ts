import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect } from '../support/inspect';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const document = (body: string, before = ''): string =>
  `<?xml version="1.0"?>\n${before}<PMML version="4.4" xmlns="http://www.dmg.org/PMML-4_4"><Header><Application name="test"/></Header>${body}</PMML>`;
const verdict = (text: string): string => inspect(encode(text), 'model.pmml').verdict;
const NODE =
  '<TreeModel><Node score="1"><Extension name="x" value="0.5"/><Apply function="uppercase"/></Node></TreeModel>';

describe('PMML', () => {
  it('shows what the model says', () => {
    expect(inspect(encode(document(NODE)), 'model.txt')).toMatchObject({
      format: 'pmml',
      verdict: 'safe',
      findings: [],
      facts: { properties: [{ value: '4.4' }, { name: 'producer', value: 'test' }] },
    });
  });

  it.each([
    ['<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>', 'malicious'],
    ['<!DOCTYPE PMML [<!ENTITY % x PUBLIC "a" "http://example.org/x">]>', 'malicious'],
    ['<!DOCTYPE PMML SYSTEM "http://example.org/x.dtd">', 'malicious'],
    ['<!DOCTYPE PMML [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', 'malicious'],
    ['<!DOCTYPE PMML [<!ENTITY a "ha">]>', 'suspicious'],
    ['<!DOCTYPE PMML>', 'suspicious'],
    ['<?xml-stylesheet type="text/xsl" href="x.xsl"?>', 'suspicious'],
    ['<!-- <!DOCTYPE PMML SYSTEM "x"> -->', 'safe'],
  ])('judges what stands before the model: %s: %s', (before, expected) => {
    expect(verdict(document(NODE, before))).toBe(expected);
  });

  it.each([
    ['<script>alert(1)</script>', 'malicious'],
    ['<xi:include href="file:///etc/passwd"/>', 'malicious'],
    ['<Extension>Runtime.getRuntime().exec("id")</Extension>', 'malicious'],
    ['<Extension value="os.system(&quot;id&quot;)"/>', 'malicious'],
    ['<Extension><![CDATA[__import__("os")]]></Extension>', 'malicious'],
    ['<Apply function="com.acme.Function"/>', 'suspicious'],
    ['<Extension>3.14</Extension>', 'safe'],
  ])('judges %s: %s', (element, expected) => {
    expect(verdict(document(element))).toBe(expected);
  });

  it('reads UTF-16', () => {
    const text = document(NODE, '<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///x">]>');
    expect(inspect(new Uint8Array(Buffer.from(text, 'utf16le')), 'model.pmml').verdict).toBe('malicious');
  });

  it('comes to an end with any text', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '<PMML',
        '<!DOCTYPE',
        '<![CDATA[',
        '<!--',
        '-->',
        ']]>',
        '<a b="',
        '&a;',
        '[',
        '<!ENTITY x ',
      ),
      { maxLength: 200 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const report = inspect(encode(`<?xml?><PMML>${parts.join('')}`), 'model.pmml', {
          milliseconds: 5000,
        });
        expect(report.limits).not.toContain('milliseconds');
      }),
      { numRuns: 300 },
    );
  });
});
