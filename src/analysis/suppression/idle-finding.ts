import type { Finding, Fix } from '../finding';
import type { Severity } from '../severity';
import type { IdleSuppression } from './apply-suppressions';

/** The rule under which comments that hide nothing are reported. */
export const UNUSED_SUPPRESSION = 'unused-suppression';

const MESSAGES: Readonly<Record<IdleSuppression['why'], (ruleId: string) => string>> = {
  malformed: () =>
    'This ignore comment names no rule and hides nothing. Write `mlsecops: ignore[rule-id] reason`.',
  'unknown-rule': (ruleId) =>
    `No rule is named \`${ruleId}\`, so this comment hides nothing. Correct the id or remove it.`,
  'hides-nothing': (ruleId) =>
    `\`${ruleId}\` finds nothing here any more. Remove the comment, or it will hide the next one.`,
};

/** The finding for a comment that hides nothing. */
export function idleFinding(idle: IdleSuppression, severity: Severity, text: string): Finding {
  return {
    ruleId: UNUSED_SUPPRESSION,
    message: MESSAGES[idle.why](idle.ruleId),
    severity,
    confidence: 'certain',
    range: idle.range,
    subject: idle.ruleId,
    path: [],
    fixes: idle.why === 'hides-nothing' && idle.onlyRule ? [removal(idle, text)] : [],
  };
}

/** Takes the comment away with the blanks before it; a line that held nothing else goes as a whole. */
function removal({ range }: IdleSuppression, text: string): Fix {
  let start = range.start;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1;
  let { end } = range;
  const ownLine = start === 0 || text[start - 1] === '\n' || text[start - 1] === '\r';
  if (ownLine) {
    if (text[end] === '\r') end += 1;
    if (text[end] === '\n') end += 1;
  }
  return { title: 'Remove the comment', safe: true, edits: [{ range: { start, end }, newText: '' }] };
}
