import { SEVERITIES, type Severity } from '../../../analysis/severity';
import { counted } from '../../labels';
import type { FindingGroup } from '../finding-groups';
import { CodeText } from './code-text';
import { FirstOf, Fold } from './fold';

/** Places of one rule that are listed. */
const MOST_PLACES = 20;

const HEADINGS: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  info: 'Information',
};
const SIGNS: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', info: '●' };

interface FindingsProps {
  readonly groups: readonly FindingGroup[];
  /** What stands there when there are none. */
  readonly none: string;
}

/** Findings by severity, grouped by rule. The worst are open. */
export function Findings({ groups, none }: FindingsProps) {
  if (groups.length === 0) return <p>{none}</p>;
  const worst = groups[0]?.severity;
  return (
    <>
      {SEVERITIES.map((severity) => {
        const here = groups.filter((group) => group.severity === severity);
        return (
          here.length > 0 && (
            <div key={severity}>
              <h3>{HEADINGS[severity]}</h3>
              {here.map((group) => (
                <Group key={group.rule} group={group} open={severity === worst} />
              ))}
            </div>
          )
        );
      })}
    </>
  );
}

function Group({ group, open }: { readonly group: FindingGroup; readonly open: boolean }) {
  const { rule, title, severity, stage, risks, toDo, findings } = group;
  return (
    <Fold
      open={open}
      title={
        <>
          <span class={`severity-${severity}`} aria-hidden="true">
            {SIGNS[severity]}
          </span>{' '}
          <b>{title}</b>{' '}
          <span class="quiet">
            {rule} · {counted(findings.length, 'place')}
          </span>
        </>
      }
    >
      <p class="note">
        {[`Stage: ${stage}`, ...risks].join(' · ')}
        <br />
        <b>To do:</b> <CodeText text={toDo} />
      </p>
      <FirstOf
        most={MOST_PLACES}
        name="places; a scan lists them all"
        lines={findings.map(({ place, message }) => (
          <>
            <code class="place">{place}</code> <CodeText text={message} />
          </>
        ))}
      />
    </Fold>
  );
}
