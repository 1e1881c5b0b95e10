import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Report, Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { type DataSource, dataSource } from '../rule-support/data-source';
import { outsiderData } from '../rule-support/outsider-data';
import { type EntityUse, entityUse, xmlFixes } from '../rule-support/xml-reader';

function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'xml') return;
  const use = entityUse(call, api, context);
  if (use === 'none') return;
  const source = dataSource(call, api, context);
  if (source === 'memory' || (use === 'internal' && source !== 'network')) return;
  const subject = calleeName(call, context.model);
  const outsider = source === 'network' ? outsiderData(call, api, context) : undefined;
  const from =
    outsider && outsider.origin !== 'a web page' ? `from ${outsider.origin}` : 'that came over the network';
  context.report({
    at: call,
    subject,
    message: messageOf(subject, use, source === 'network' ? ` ${from}` : ''),
    ...(outsider ? { path: outsider.path } : {}),
    ...weightOf(use, source, call),
    fixes: xmlFixes(call, api, context),
  });
}

function weightOf(use: EntityUse, source: DataSource, call: Call): Pick<Report, 'confidence'> {
  const isSure = (use === 'told' || source === 'network') && call.nameConfidence === 'certain';
  return isSure ? {} : { confidence: 'probable' };
}

function messageOf(name: string, use: EntityUse, from: string): string {
  if (use === 'told') {
    return `${name} is told to open the files and addresses that a document names. Switch it off, or read the document with defusedxml.`;
  }
  if (use === 'external') {
    return `${name} reads XML${from} and, before lxml 5.0, puts in files of this machine that the document names. Give it a parser with resolve_entities=False.`;
  }
  return `${name} reads XML${from}, and a small document can fill the memory with nested entities. Use the function of the same name in defusedxml.`;
}

export const rule: Rule = {
  id: 'xml-external-entities',
  title: 'XML from outside is read with entities',
  stages: ['data-engineering', 'model-serving', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2025:LLM03', 'owasp-llm-2026:LLM04'],
  cwe: ['CWE-611', 'CWE-776'],
  atlas: ['AML.T0010.002'],
  controls: ['C16', 'C07'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['datasets', 'xml'],
  languages: ['python'],
  what:
    'Finds XML readers that open what a document names, and any XML reader of the standard library whose data comes over the network or from a user. ' +
    'lxml before 5.0 does so by default: without a manifest that names a newer one, its readers are reported as information. Readers of files of your own are for `xml-parser-undefended`.',
  why: 'A document may declare entities. One that names a file or an address makes the reader open it, and the content ends up in a dataset, an answer or a log; nested ones grow to gigabytes. Feeds, sitemaps, annotations and office documents are XML that others write.',
  fix: 'Read it with `defusedxml`, whose functions have the same names. With lxml pass `parser=etree.XMLParser(resolve_entities=False)`, or require lxml 5.0.',
  references: [
    { title: 'Python: XML security', url: 'https://docs.python.org/3/library/xml.html#xml-security' },
    { title: 'defusedxml', url: 'https://pypi.org/project/defusedxml/' },
    { title: 'CWE-611', url: 'https://cwe.mitre.org/data/definitions/611.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a feed',
        code: 'import xml.etree.ElementTree as ET\nimport requests\n\nroot = ET.fromstring(requests.get(url).content)\n',
      },
      {
        title: 'the body of a request',
        code: 'from flask import Flask, request\nfrom xml.dom import minidom\n\napp = Flask(__name__)\n\n@app.post("/parse")\ndef parse():\n    return minidom.parseString(request.data).toxml()\n',
      },
      {
        title: 'lxml, entities switched on',
        code: 'from lxml import etree\n\nparser = etree.XMLParser(resolve_entities=True)\n',
      },
      {
        title: 'lxml, network switched on',
        code: 'from lxml import etree\n\nparser = etree.XMLParser(no_network=False)\n',
      },
      {
        title: 'lxml, no version known (information)',
        code: 'from lxml import etree\n\ntree = etree.parse(path)\n',
      },
      {
        title: 'lxml, an old version',
        code: 'from lxml import etree\n\nroot = etree.fromstring(text, etree.XMLParser())\n',
        versions: { lxml: '4.9' },
      },
      {
        title: 'lxml, step by step',
        code: 'from lxml.etree import iterparse\n\nfor event, element in iterparse(path):\n    print(element)\n',
      },
      { title: 'pandas', code: 'import pandas as pd\n\nframe = pd.read_xml(path)\n' },
      {
        title: 'sax, external entities switched on',
        code: 'import xml.sax\n\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, True)\n',
      },
      {
        title: 'xmltodict',
        code: 'import xmltodict\n\ndata = xmltodict.parse(text, disable_entities=False)\n',
      },
    ],
    good: [
      {
        title: 'defusedxml',
        code: 'import defusedxml.ElementTree as ET\nimport requests\n\nroot = ET.fromstring(requests.get(url).content)\n',
      },
      {
        title: 'a file of the project',
        code: 'import xml.etree.ElementTree as ET\n\nroot = ET.parse("annotations.xml").getroot()\n',
      },
      {
        title: 'lxml, a safe parser',
        code: 'from lxml import etree\n\nparser = etree.XMLParser(resolve_entities=False, no_network=True)\ntree = etree.parse(path, parser)\nother = etree.fromstring(text, parser=parser)\n',
      },
      {
        title: 'lxml, a new version',
        code: 'from lxml import etree\n\ntree = etree.parse(path)\n',
        versions: { lxml: '5.1' },
      },
      {
        title: 'HTML',
        code: 'from lxml import etree, html\nimport requests\n\npage = html.fromstring(requests.get(url).content)\nother = etree.HTML(text)\n',
      },
      {
        title: 'writing',
        code: 'import xml.etree.ElementTree as ET\n\nET.ElementTree(ET.Element("a")).write(path)\nprint(ET.tostring(root))\n',
      },
      {
        title: 'pandas with the parser of the standard library',
        code: 'import pandas as pd\n\nframe = pd.read_xml(path, parser="etree")\n',
      },
      { title: 'xmltodict', code: 'import xmltodict\n\ndata = xmltodict.parse(text)\n' },
      {
        title: 'sax, external entities switched off',
        code: 'import xml.sax\n\nparser = xml.sax.make_parser()\nparser.setFeature(xml.sax.handler.feature_external_ges, False)\n',
      },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
