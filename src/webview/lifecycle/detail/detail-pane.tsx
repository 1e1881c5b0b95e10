import type { Ref } from 'preact';
import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { Overview } from './overview';
import { RiskDetail } from './risk-detail';
import { RuleDetail } from './rule-detail';
import { StageDetail } from './stage-detail';

interface DetailPaneProps {
  readonly lifecycle: Lifecycle;
  readonly pane: Ref<HTMLElement>;
  readonly onEscape: () => void;
}

/** What the state points at: a rule before a risk before a stage before the lifecycle. */
export function DetailPane({ lifecycle, pane, onEscape }: DetailPaneProps) {
  return (
    <main
      class="detail"
      ref={pane}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onEscape();
      }}
    >
      <Detail lifecycle={lifecycle} />
    </main>
  );
}

function Detail({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const { state, index } = usePanel();
  const rule = state.rule !== undefined && index.rule(state.rule);
  if (rule) return <RuleDetail key={rule.id} rule={rule} />;
  const risk = state.risk !== undefined && index.risk(state.risk);
  if (risk) return <RiskDetail key={risk.id} risk={risk} />;
  const stage = state.stage !== undefined && index.stage(state.stage);
  if (stage) return <StageDetail key={stage.id} stage={stage} />;
  return <Overview lifecycle={lifecycle} />;
}
