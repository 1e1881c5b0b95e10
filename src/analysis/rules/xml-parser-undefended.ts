import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { calleeName } from '../rule-support/call-text';
import { dataSource } from '../rule-support/data-source';
import { entityUse, xmlFixes } from '../rule-support/xml-reader';

/** What `xml-external-entities` does not say: a reader of the standard library, of whose data nothing is known. */
function check(call: Call, api: ApiOf<'deserialization'>, context: RuleContext): void {
  if (api.format !== 'xml' || entityUse(call, api, context) !== 'internal') return;
  if (call.names.some((name) => name.startsWith('defusedxml.'))) return;
  const source = dataSource(call, api, context);
  if (source === 'network' || source === 'memory') return;
  const subject = calleeName(call, context.model);
  context.report({
    at: call,
    subject,
    message: `${subject} does not limit the entities of a document, so a small one can fill the memory. Use the function of the same name in defusedxml where the file may come from somebody else.`,
    confidence: 'probable',
    fixes: xmlFixes(call, api, context),
  });
}

export const rule: Rule = {
  id: 'xml-parser-undefended',
  title: 'XML is read without limits',
  stages: ['data-engineering', 'experimentation'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-776', 'CWE-611'],
  atlas: ['AML.T0010.002'],
  controls: ['C16'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['datasets', 'xml', 'guard-rail'],
  languages: ['python'],
  what: 'Finds the XML readers of the standard library (`xml.etree`, `xml.dom`, `xml.sax`) whatever they read. Data from the network is reported by `xml-external-entities`.',
  why: 'Python builds on expat, and only releases from 2.4.1 on stop documents that grow without bound; which one is linked depends on the machine. Annotation files of image datasets are XML that others wrote.',
  fix: 'Use `defusedxml`: its functions have the same names and refuse entities.',
  references: [
    { title: 'Python: XML security', url: 'https://docs.python.org/3/library/xml.html#xml-security' },
  ],
  examples: {
    bad: [
      {
        title: 'annotations',
        code: 'import xml.etree.ElementTree as ET\n\nroot = ET.parse(path).getroot()\n',
      },
      { title: 'minidom', code: 'from xml.dom.minidom import parseString\n\ndocument = parseString(text)\n' },
      { title: 'sax', code: 'import xml.sax\n\nxml.sax.parse(path, handler)\n' },
      { title: 'a parser', code: 'from xml.sax import make_parser\n\nreader = make_parser()\n' },
    ],
    good: [
      {
        title: 'defusedxml',
        code: 'from defusedxml.ElementTree import parse\n\nroot = parse(path).getroot()\n',
      },
      {
        title: 'the defended reader may be chosen',
        code: 'import xml.etree.ElementTree as ET\nfrom defusedxml import ElementTree\n\ndef read(text, kind):\n    if kind == "defusedxml":\n        et = ElementTree\n    else:\n        et = ET\n    return et.fromstring(text)\n',
        seen: 'langchain-ai/langchain, langchain_core/output_parsers/xml.py',
      },
      {
        title: 'made safe for the process',
        code: 'import defusedxml\nimport xml.etree.ElementTree as ET\n\ndefusedxml.defuse_stdlib()\nroot = ET.parse(path).getroot()\n',
      },
      {
        title: 'writing',
        code: 'import xml.etree.ElementTree as ET\n\nroot = ET.Element("a")\nET.SubElement(root, "b")\n',
      },
      { title: 'escaping', code: 'from xml.sax.saxutils import escape\n\ntext = escape(text)\n' },
    ],
  },
  needs: ['deserialization'],
  on: { api: { deserialization: check } },
};
