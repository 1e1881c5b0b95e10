import { FORMATS } from '../../models/formats';
import type { ModelText } from '../../models/facts/model-facts';
import type { Inspection } from '../../models/inspection';
import { VERDICTS, type Finding } from '../../models/verdict/finding';
import { withoutControlCharacters } from '../control-characters';
import { oneLine } from '../one-line';
import { sizeText } from '../size-text';
import { VERDICT_TEXTS } from './verdict-texts';
import { commonFolder, shortener } from './common-folder';
import { overviewOf } from './view/view-overview';

const MAX_LINES = 20_000;
/** Layer 2 before layer 10. */
const ORDER = new Intl.Collator('en', { numeric: true });

/**
 * An inspection as a text that is to be compared with another: every list in an order of its own, and no offsets, as these
 * differ between files that say the same. The folder that all members of an archive lie in is named once.
 */
export function comparisonText(inspection: Inspection): string {
  const { verdict, findings, moreFindings, pickles, facts, members } = inspection;
  const root = commonFolder(members.map(({ path }) => path));
  const short = shortener(root);
  const inside = (where: string): string => (where === '' ? '' : `  (${short(where)})`);
  const { title, text } = VERDICT_TEXTS[verdict];
  return [
    `${title}. ${text}`,
    '',
    ...overviewOf(inspection).map(({ label, value }) => oneLine(`${label}: ${value}`)),
    ...(root === '' ? [] : [oneLine(`Folder: ${root}`)]),
    ...section('Findings', findingLines(findings, inside), moreFindings),
    ...section(
      'Properties',
      sorted(facts.properties.map(({ name, value, where }) => `${name} = ${value}${inside(where)}`)),
      facts.moreProperties,
    ),
    ...section(
      'Imports',
      sorted(
        pickles.flatMap(({ imports, where }) =>
          imports.map((each) => `${each.module}.${each.name}  ${each.verdict.verdict}${inside(where)}`),
        ),
      ),
    ),
    ...section(
      'Calls',
      sorted(pickles.flatMap(({ calls, where }) => calls.map(({ code }) => `${code}${inside(where)}`))),
    ),
    ...section(
      'Tensors',
      sorted(
        facts.tensors.map(
          ({ name, shape, type, where }) =>
            `${name}  ${shape.length === 0 ? 'scalar' : shape.join(' × ')}  ${type}${inside(where)}`,
        ),
      ),
      facts.moreTensors,
    ),
    ...section(
      'Members',
      sorted(
        members.map(
          ({ path, format, size }) =>
            `${short(path)}  ${format ? FORMATS[format] : 'data'}, ${sizeText(size)}${size < 1000 ? '' : ` (${size} bytes)`}`,
        ),
      ),
    ),
    ...facts.texts.flatMap((each) => textSection(each, inside(each.where))),
    '',
  ].join('\n');
}

/** The worst first; those of one verdict by their words. */
function findingLines(findings: readonly Finding[], inside: (where: string) => string): string[] {
  return [...VERDICTS]
    .reverse()
    .flatMap((verdict) =>
      sorted(
        findings
          .filter((each) => each.verdict === verdict)
          .map(({ message, code, count, where }) =>
            [
              verdict === 'safe' ? 'note' : VERDICT_TEXTS[verdict].title.toLowerCase(),
              `  ${message}`,
              code === undefined ? '' : `  ${code}`,
              count > 1 ? ` (${count} times)` : '',
              inside(where),
            ].join(''),
          ),
      ),
    );
}

function textSection({ title, text }: ModelText, where: string): string[] {
  return section(
    `${title}${where}`,
    text.split(/\r\n?|\n/u).map((line) => withoutControlCharacters(line)),
  );
}

function section(title: string, lines: readonly string[], left = 0): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MAX_LINES).map((line) => `  ${line}`);
  const more = lines.length - shown.length + left;
  return ['', oneLine(title), ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])];
}

/**
 * Without the lines that come again: the same name is imported by many pickles of one file. The plain order of their
 * characters decides between lines that read alike, so that the order of the file never does.
 */
function sorted(lines: readonly string[]): string[] {
  const distinct = [...new Set(lines.map(oneLine))].sort();
  return distinct.sort((a, b) => ORDER.compare(a, b));
}
