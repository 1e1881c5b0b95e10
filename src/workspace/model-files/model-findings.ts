import type { ActiveRule } from '../../analysis/active-rules';
import { effectiveSeverity } from '../../analysis/active-rules';
import type { Confidence } from '../../analysis/severity';
import type { Inspection } from '../../models/inspection';
import type { Finding, FindingRule } from '../../models/verdict/finding';
import type { Excerpts } from '../file-analysis/excerpts';
import type { LocatedFinding } from '../file-analysis/file-result';
import { Fingerprints } from '../file-analysis/fingerprint';

/** More findings of one rule in one file say nothing more. */
const MAX_FINDINGS = 10;
const START = { line: 0, character: 0 };
/** What a file brings or names that nobody knows; all else that is suspicious is about how the file is built. */
const CODE: readonly FindingRule[] = ['code', 'operator', 'import', 'call', 'change', 'computed-name'];

/** The part of an inspection that becomes findings. */
export type Inspected = Pick<Inspection, 'findings' | 'format'>;

/** What findings are made with. */
export interface FindingSetup {
  /** The rule by its id, when it is on. */
  readonly ruleOf: (id: string) => ActiveRule | undefined;
  readonly excerpts: Excerpts;
  /** How sure it is that the file should be a model. */
  readonly confidence?: Confidence;
}

/** The id of the rule that a finding in a model file belongs to. */
export function modelRuleId({ verdict, rule }: Pick<Finding, 'verdict' | 'rule'>): string {
  switch (verdict) {
    case 'malicious':
      return 'model-file-malicious';
    case 'suspicious':
      return CODE.includes(rule) ? 'model-file-unknown-code' : 'model-file-suspicious';
    case 'incomplete':
      return 'model-file-not-analysed';
    case 'safe':
      return 'model-file-note';
  }
}

/** What an inspection found, as findings of the rules that are on: the worst first, and not more of one rule than anybody reads. */
export function modelFindings({ findings, format }: Inspected, setup: FindingSetup): LocatedFinding[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = modelRuleId(finding);
    byRule.set(id, [...(byRule.get(id) ?? []), finding]);
  }
  const fingerprints = new Fingerprints();
  return [...byRule].flatMap(([ruleId, found]) => {
    const active = setup.ruleOf(ruleId);
    if (!active) return [];
    const shown = found.slice(0, MAX_FINDINGS);
    const more = found.length - shown.length;
    return shown.map((finding, at): LocatedFinding => {
      const { where, offset, code, count } = finding;
      const subject = code ?? (where === '' ? format : where);
      const confidence = setup.confidence ?? 'certain';
      const isLast = more > 0 && at === shown.length - 1;
      return {
        ruleId,
        message: [
          finding.message,
          ...(count > 1 ? [`(${count} times)`] : []),
          ...(isLast ? [`And ${more} more of this kind: see \`mlsecops inspect\`.`] : []),
        ].join(' '),
        severity: effectiveSeverity(active.severity, confidence),
        confidence,
        subject: setup.excerpts.of(subject),
        location: { start: START, end: START, inModel: { member: where, offset } },
        path: [],
        fixes: [],
        excerpt: setup.excerpts.of(code ?? ''),
        fingerprint: fingerprints.of({ ruleId, subject }, `${where}\n${finding.rule}\n${finding.message}`),
        inOutput: false,
      };
    });
  });
}
