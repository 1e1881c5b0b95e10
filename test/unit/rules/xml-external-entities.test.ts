import { expect, it } from 'vitest';
import { findingsOf, fixed, onlyFinding } from '../../support/findings-of';

const ID = 'xml-external-entities';
const STRICT = 'xml-parser-undefended';

it('reports a reader once: by what it reads', () => {
  const own = 'import xml.etree.ElementTree as ET\n\nroot = ET.parse(path).getroot()\n';
  const foreign =
    'import requests\nimport xml.etree.ElementTree as ET\n\nroot = ET.fromstring(requests.get(url).text)\n';
  expect([findingsOf(ID, own).length, findingsOf(STRICT, own).length]).toEqual([0, 1]);
  expect([findingsOf(ID, foreign).length, findingsOf(STRICT, foreign).length]).toEqual([1, 0]);
});

it('shows the way from a request to the reader', () => {
  const code =
    'from flask import Flask, request\nfrom lxml import etree\n\napp = Flask(__name__)\n\n@app.post("/x")\ndef x():\n    body = request.data\n    return etree.fromstring(body).tag\n';
  const { severity, path } = onlyFinding(ID, code);
  expect(severity).toBe('warning');
  expect(path.map(({ label }) => label)).toContain('assigned to `body`');
});

it('knows from which version on lxml leaves files alone', () => {
  const code = 'from lxml import etree\n\ntree = etree.parse(path)\n';
  expect(findingsOf(ID, code, { versions: { lxml: '4.9.3' } })).toHaveLength(1);
  expect(findingsOf(ID, code, { versions: { lxml: '5.0.0' } })).toEqual([]);
  const told = 'from lxml import etree\n\nparser = etree.XMLParser(resolve_entities=True)\n';
  expect(onlyFinding(ID, told, { versions: { lxml: '5.0.0' } }).severity).toBe('warning');
});

it('judges a parser by how it was made, and says nothing of one made elsewhere', () => {
  const code = (parser: string): string =>
    `from lxml import etree\n\np = ${parser}\ntree = etree.parse(path, parser=p)\n`;
  expect(findingsOf(ID, code('etree.XMLParser(remove_blank_text=True)'))).toHaveLength(1);
  expect(findingsOf(ID, code('etree.XMLParser(resolve_entities=False)'))).toEqual([]);
  expect(findingsOf(ID, code('etree.HTMLParser()'))).toEqual([]);
  expect(findingsOf(ID, code('make_parser()'))).toEqual([]);
});

it('offers the function of defusedxml with its import', () => {
  const text = fixed(STRICT, 'import xml.etree.ElementTree as ET\n\nroot = ET.parse(path)\n');
  expect(text).toContain('import defusedxml.ElementTree');
  expect(text).toContain('defusedxml.ElementTree.parse(path)');
});
