import {
  KIND_WORDS,
  OPENNESS_WORDS,
  PINNING_WORDS,
  plainName,
  SCANNED_WORDS,
  SIGNED_WORDS,
} from '../../report/inventory/part-words';
import type { Part } from '../../supplychain/inventory/part';
import { escapeMarkdown } from '../support/markdown';

/** What can be said of a part in four words and four reasons. */
export interface PartState {
  readonly words: string;
  readonly reason: string;
}

/** How open, fixed, signed and looked at a part is. */
export function partStates({ openness, pinning, signed, scanned }: Part): readonly PartState[] {
  return [
    { words: OPENNESS_WORDS[openness.value], reason: openness.reason },
    { words: PINNING_WORDS[pinning.value], reason: pinning.reason },
    { words: SIGNED_WORDS[signed.value], reason: signed.reason },
    { words: SCANNED_WORDS[scanned.value], reason: scanned.reason },
  ];
}

/** Tooltip of a part as Markdown, with the reasons. Everything that comes from the workspace is escaped. */
export function partTooltip(part: Part, stages: readonly string[]): string {
  const { name, version, kind, origin, provider, license, purl } = part;
  const facts = [
    ['Version', version],
    ['From', provider === undefined ? origin : `${origin}, ${provider}`],
    ['License', license],
    ['Package URL', purl],
    ['Stages', stages.join(', ')],
  ].flatMap(([label, text]) => (text ? [`${label ?? ''}: ${escapeMarkdown(text)}`] : []));
  const states = partStates(part).map(
    ({ words, reason }) => `- **${capitalized(words)}** – ${escapeMarkdown(reason)}`,
  );
  return [
    `**${escapeMarkdown(plainName(name))}** (${KIND_WORDS[kind][0]})`,
    states.join('\n'),
    facts.join('  \n'),
  ].join('\n\n');
}

/** With a capital letter, as at the head of a row. */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
