import { countBySeverity, allFindings, counted } from '../../labels';
import { isPolicyRule } from '../finding-groups';
import { madeAtText } from '../made-at-text';
import { levelName, stepText } from '../maturity-words';
import type { WorkspaceReport } from '../workspace-report';

/** What was looked at, with what, and the result in five figures and three steps. */
export function Head({ report }: { readonly report: WorkspaceReport }) {
  const { project, scan, inventory, assessment, guide, madeAt } = report;
  const { files, known, cancelled } = scan.totals;
  const findings = allFindings(scan.results).map(({ finding }) => finding);
  const policy = findings.filter(({ ruleId }) => isPolicyRule(ruleId));
  const counts = countBySeverity(findings);
  const tiles: readonly (readonly [value: string | number, name: string])[] = [
    [
      assessment.level,
      levelName(guide, assessment.level).slice(assessment.level.length).trim() || 'maturity',
    ],
    [counts.error, counts.error === 1 ? 'error' : 'errors'],
    [counts.warning, counts.warning === 1 ? 'warning' : 'warnings'],
    [counts.info, 'information'],
    [inventory.parts.length, inventory.parts.length === 1 ? 'supply-chain part' : 'supply-chain parts'],
  ];
  return (
    <header>
      <p class="eyebrow">MLSecOps Lens {scan.toolVersion} · report of a workspace</p>
      <h1>{project}</h1>
      <p class="quiet">
        {counted(files, 'file')} scanned
        {known > 0 && `, ${counted(known, 'known finding')} of the baseline left out`}
        {madeAt !== undefined && `, ${madeAtText(madeAt)}`}. Evidence found in files, not a statement of
        compliance.
      </p>
      {cancelled && (
        <p class="notice">The scan was stopped before its end: what follows is not the whole workspace.</p>
      )}
      <dl class="tiles">
        {tiles.map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'number' ? value.toLocaleString('en-US') : value}</dd>
          </div>
        ))}
      </dl>
      {policy.length > 0 && (
        <p class="notice">{counted(policy.length, 'policy violation')} among the findings.</p>
      )}
      {assessment.next.length > 0 && (
        <div class="next">
          <h2>Cheapest next steps</h2>
          <ol>
            {assessment.next.map((step) => (
              <li key={step.evidence}>{stepText(guide, step)}</li>
            ))}
          </ol>
        </div>
      )}
    </header>
  );
}
