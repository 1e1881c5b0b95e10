import type { LocatedObservation } from '../facts/located-facts';
import { countsHere, isTemplate, isTestCode } from './counts-here';
import { billEvidence, isBill } from './texts/bill-files';
import { cardHeader } from './texts/card-header';
import { isOfLines, lineEvidence } from './texts/listed-lines';
import { isLock, lockEvidence } from './texts/lock-files';
import { isPage, pageEvidence } from './texts/page-signs';
import type { EvidenceText } from './texts/placed-text';
import { isStatement, statementEvidence } from './texts/signed-statements';
import { isTaskFile, taskEvidence } from './texts/task-files';

/** Bytes of a file that are read for evidence; more of it is not looked at. */
export const MAX_EVIDENCE_TEXT = 256 * 1024;

const READMES = /(?:^|\/)readme\.md$/iu;

/** Whether a file that no analysis reads (a readme, `.gitignore`, a policy in Rego) can hold evidence. */
export function mayHoldEvidence(path: string): boolean {
  if (isTestCode(path) || isTemplate(path)) return false;
  // What is written for people may lie in the documentation; all else there is an illustration.
  if (isPage(path)) return true;
  return (
    countsHere(path) &&
    (READMES.test(path) ||
      isOfLines(path) ||
      isLock(path) ||
      isBill(path) ||
      isStatement(path) ||
      isTaskFile(path))
  );
}

/** What stands in such a file. */
export function observeText(path: string, text: string): readonly LocatedObservation[] {
  const file: EvidenceText = { path, text };
  const found = [
    ...(isPage(path) ? pageEvidence(file) : []),
    ...(READMES.test(path) ? cardHeader(file) : []),
    ...lineEvidence(file),
    ...lockEvidence(file),
    ...billEvidence(file),
    ...statementEvidence(file),
    ...(isTaskFile(path) ? taskEvidence(file) : []),
  ];
  return found;
}
