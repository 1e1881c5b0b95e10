import type { Effect } from '../../../catalog/schema/pickle-global';
import type { Inspection } from '../../../models/inspection';
import { EFFECT_NAMES } from '../../../models/verdict/effect-names';
import type { Finding, Verdict } from '../../../models/verdict/finding';

const MAX_SENTENCES = 3;
const MAX_EXAMPLES = 2;
const TEMPLATE_HARM = 'Its chat template runs code on the machine that renders it, with the first message.';

/** What loading a file would do, as sentences for somebody who does not know the format. */
export function plainWords(inspection: Inspection): string[] {
  const { verdict, findings } = inspection;
  const ofVerdict = (wanted: Verdict): Finding[] => findings.filter((each) => each.verdict === wanted);
  switch (verdict) {
    case 'malicious':
      return harm(ofVerdict('malicious'));
    case 'suspicious':
      return doubt(ofVerdict('suspicious'));
    case 'incomplete':
      return [
        'Nothing harmful was seen, but a part of the file was not looked at. It is not known to be safe.',
        ...distinct(ofVerdict('incomplete').map(({ message }) => message)).slice(0, 3),
      ];
    case 'safe':
      return [safety(inspection)];
  }
}

/** One sentence for each effect, with the calls that have it; then what has no known effect. */
function harm(findings: readonly Finding[]): string[] {
  const effects = distinct(findings.flatMap(({ does }) => (does === undefined ? [] : [does])));
  const sentences = effects.map((does) => effectSentence(does, findings));
  const others = findings.flatMap(({ does, rule, message }) =>
    does !== undefined ? [] : [rule === 'template' ? TEMPLATE_HARM : message],
  );
  return shortened([...sentences, ...distinct(others)]);
}

function effectSentence(does: Effect, findings: readonly Finding[]): string {
  const codes = distinct(findings.flatMap((each) => (each.does === does && each.code ? [each.code] : [])));
  const examples = codes
    .slice(0, MAX_EXAMPLES)
    .map((code) => `\`${code}\``)
    .join(', ');
  const more = codes.length > MAX_EXAMPLES ? ` and ${codes.length - MAX_EXAMPLES} more` : '';
  return `Loading it ${EFFECT_NAMES[does]}${examples === '' ? '' : `: ${examples}${more}`}.`;
}

function doubt(findings: readonly Finding[]): string[] {
  const unknown = findings.some(({ rule }) => rule === 'import' || rule === 'call' || rule === 'code');
  return shortened([
    ...(unknown
      ? [
          'Loading it runs code that no known framework writes. What that code does cannot be told from the file.',
        ]
      : ['The file is not built as an honest writer builds it.']),
    ...distinct(findings.map(({ message }) => message)),
  ]);
}

function safety({ pickles, facts }: Inspection): string {
  if (pickles.length > 0)
    return 'Loading it makes arrays and objects of known frameworks, and runs nothing else.';
  if (facts.texts.length > 0) return 'It holds data, and texts that reach for nothing outside.';
  return 'It holds data. Loading it runs no code of its own.';
}

function shortened(sentences: readonly string[]): string[] {
  const more = sentences.length - MAX_SENTENCES;
  return more > 0
    ? [...sentences.slice(0, MAX_SENTENCES), `${more} more: see the findings.`]
    : [...sentences];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
