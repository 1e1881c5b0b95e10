import { usePanel } from './panel-context';
import { Icon } from './parts/icon';
import type { Place } from './state/panel-state';

interface BreadcrumbsProps {
  readonly onBack: (() => void) | undefined;
  readonly onForward: (() => void) | undefined;
}

interface Crumb {
  readonly text: string;
  readonly place: Partial<Place>;
}

/** The way to what the detail pane shows, with back and forward. */
export function Breadcrumbs({ onBack, onForward }: BreadcrumbsProps) {
  const { go } = usePanel();
  const crumbs = useCrumbs();
  return (
    <nav class="breadcrumbs" aria-label="Place in the lifecycle">
      <button
        type="button"
        class="icon-button"
        aria-label="Back"
        title="Back"
        disabled={!onBack}
        onClick={onBack}
      >
        <Icon name="back" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Forward"
        title="Forward"
        disabled={!onForward}
        onClick={onForward}
      >
        <Icon name="forward" />
      </button>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.text}>
            {at === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.text}</span>
            ) : (
              <button type="button" class="crumb" onClick={() => go(crumb.place)}>
                {crumb.text}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function useCrumbs(): Crumb[] {
  const { state, index } = usePanel();
  const { stage: stageId, risk: riskId, rule: ruleId } = state;
  const stage = stageId !== undefined && index.stage(stageId);
  const risk = riskId !== undefined && index.risk(riskId);
  const rule = ruleId !== undefined && index.rule(ruleId);
  const crumbs: Crumb[] = [{ text: 'Overview', place: {} }];
  if (stage) crumbs.push({ text: `${stage.number} ${stage.shortTitle}`, place: { stage: stage.id } });
  if (risk) crumbs.push({ text: risk.label, place: { stage: stageId, risk: risk.id } });
  if (rule) crumbs.push({ text: rule.id, place: {} });
  return crumbs;
}
