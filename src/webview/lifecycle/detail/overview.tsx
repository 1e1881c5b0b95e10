import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { shortCount } from '../../../diagram/short-count';
import { spokenSeverity } from '../model/count-text';
import { countOfStage, countOfWorkspace, findingsWhere, WORST_FIRST } from '../model/findings';
import { usePanel } from '../panel-context';
import { PageFoot } from '../entry/page-foot';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';
import { SeverityIcon } from '../parts/severity-label';
import { FindingsList } from './findings-list';

/** The lifecycle as a whole, when nothing in it is selected. */
export function Overview({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const { snapshot } = usePanel();
  const count = countOfWorkspace(snapshot);
  return (
    <>
      <p class="eyebrow">{lifecycle.stages.length} stages</p>
      <h2 tabIndex={-1}>{lifecycle.title}</h2>
      <p class="lead">{lifecycle.summary}</p>
      {count.total > 0 ? (
        <>
          <ul class="totals">
            {WORST_FIRST.filter((severity) => count.bySeverity[severity] > 0).map((severity) => (
              <li key={severity}>
                <SeverityIcon severity={severity} /> {spokenSeverity(count, severity)}
              </li>
            ))}
          </ul>
          <Section title="Worst first">
            <FindingsList key={lifecycle.id} findings={findingsWhere(snapshot.findings, () => true)} />
          </Section>
        </>
      ) : (
        <NoFindings />
      )}
      <StageTable lifecycle={lifecycle} />
      <PageFoot links={lifecycle.links} source={lifecycle.source} status={lifecycle.status} />
    </>
  );
}

function NoFindings() {
  const { snapshot, post } = usePanel();
  if (snapshot.scanning) return <p class="empty">Scanning the workspace. Findings appear as they come in.</p>;
  return (
    <div class="empty">
      <p>
        {snapshot.scanned
          ? 'No findings with the rules in force.'
          : 'This workspace has not been scanned. Open files are analysed as you type; a scan looks at every file.'}
      </p>
      <button type="button" class="primary" onClick={() => post({ type: 'scan' })}>
        <Icon name="scan" /> {snapshot.scanned ? 'Scan again' : 'Scan workspace'}
      </button>
    </div>
  );
}

function StageTable({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const { index, snapshot, go } = usePanel();
  return (
    <Section title="Stages" count={lifecycle.stages.length}>
      <ul class="risk-links">
        {index.stagesOf(lifecycle).map((stage) => {
          const count = countOfStage(snapshot.findings, stage.id);
          return (
            <li key={stage.id}>
              <button type="button" class="risk-link" onClick={() => go({ stage: stage.id })}>
                <span class="chip-number">{stage.number}</span>
                <span class="risk-title">{stage.title}</span>
                {count.worst && (
                  <span class="risk-count">
                    <SeverityIcon severity={count.worst} /> {shortCount(count.total)}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
