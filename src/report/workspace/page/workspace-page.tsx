import { renderToString } from 'preact-render-to-string';
import { Part } from '../../lifecycle/page/parts';
import { safeMarkup } from '../../lifecycle/safe-markup';
import { findingGroups, isPolicyRule } from '../finding-groups';
import { REPORT_LIMITS } from '../limits';
import { notRead } from '../not-read';
import type { WorkspaceReport } from '../workspace-report';
import { CoveragePart } from './coverage-part';
import { Findings } from './findings-part';
import { FirstOf } from './fold';
import { Head } from './head-part';
import { InventoryPart } from './inventory-part';
import { LifecyclePart } from './lifecycle-part';
import { LineagePart } from './lineage-part';
import { MaturityPart } from './maturity-part';
import { reportStyle } from './report-style';

/** No script, no frame, nothing loaded: the style stands in the page, and so does everything else. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What could not be read that is listed. */
const MOST_PROBLEMS = 50;

/** A workspace as one page that works offline and can be printed. Text of the workspace never becomes markup. */
export function workspacePage(report: WorkspaceReport): string {
  const parts = partsOf(report);
  const title = `${report.project}: MLSecOps report`;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <style>{reportStyle()}</style>
      </head>
      <body>
        <Head report={report} />
        <nav aria-label="Contents">
          <h2>Contents</h2>
          <ol>
            {parts.map(({ id, title: name }) => (
              <li key={id}>
                <a href={`#${id}`}>{name}</a>
              </li>
            ))}
          </ol>
        </nav>
        <main>
          {parts.map(({ id, title: name, body }) => (
            <Part key={id} id={id} title={name}>
              {body}
            </Part>
          ))}
        </main>
      </body>
    </html>
  );
  return safeMarkup(`<!doctype html>\n${renderToString(page)}\n`);
}

function partsOf(report: WorkspaceReport) {
  const { scan, inventory, assessment, guide } = report;
  const policy = findingGroups(scan, isPolicyRule);
  const problems = notRead(scan);
  const none = 'No findings with the rules in force.';
  return [
    { id: 'lifecycle', title: 'Lifecycle', body: <LifecyclePart report={report} /> },
    ...(policy.length > 0
      ? [{ id: 'policy', title: 'Policy violations', body: <Findings groups={policy} none="" /> }]
      : []),
    {
      id: 'findings',
      title: 'Findings',
      body: <Findings groups={findingGroups(scan, (rule) => !isPolicyRule(rule))} none={none} />,
    },
    { id: 'inventory', title: 'AI supply chain', body: <InventoryPart inventory={inventory} /> },
    { id: 'lineage', title: 'Lineage', body: <LineagePart inventory={inventory} /> },
    { id: 'maturity', title: 'Maturity', body: <MaturityPart assessment={assessment} guide={guide} /> },
    {
      id: 'coverage',
      title: 'Coverage of frameworks',
      body: <CoveragePart assessment={assessment} guide={guide} />,
    },
    ...(problems.length > 0
      ? [
          {
            id: 'not-read',
            title: 'Not read, or read in part',
            body: <FirstOf lines={problems} most={MOST_PROBLEMS} name="files" />,
          },
        ]
      : []),
    {
      id: 'limits',
      title: 'What this report is, and is not',
      body: <FirstOf lines={REPORT_LIMITS} most={REPORT_LIMITS.length} name="" />,
    },
  ];
}
