import type { Inspection } from '../../src/models/inspection';
import { VERDICT_TEXTS } from '../../src/report/model/verdict-texts';

const LONGEST = 140;

/** A Markdown table of text. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The verdict, in words. */
export function verdictCell({ verdict }: Inspection): string {
  return VERDICT_TEXTS[verdict].title.toLowerCase();
}

/** The first thing that was found, with its place. */
export function evidenceCell({ findings }: Inspection): string {
  const [finding] = findings;
  if (!finding) return '';
  const { message, where, offset } = finding;
  const place = `${where === '' ? '' : `${where} `}at 0x${offset.toString(16)}`;
  return `${escaped(message.length > LONGEST ? `${message.slice(0, LONGEST - 1)}…` : message)} (${escaped(place)})`;
}

/** Text that is in a cell as it is. */
export function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/u)
    .map((part, at) =>
      at % 2 === 1 ? part.replaceAll('|', '\\|') : part.replace(/[\\`*_{}[\]<>#|!~]/gu, '\\$&'),
    )
    .join('');
}
