import type { Ref } from 'preact';
import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { useLater } from '../later';
import { PAGES, VIEWS } from '../later-parts';
import { OverlayDetail } from '../overlay/overlay-detail';
import { usePanel } from '../panel-context';
import { Overview } from './overview';
import { StageDetail } from './stage-detail';

interface DetailPaneProps {
  readonly lifecycle: Lifecycle;
  readonly pane: Ref<HTMLElement>;
  readonly onEscape: () => void;
}

/** What the state points at: an entry or rule before a stage before the view. */
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
  const { state, index, overlay } = usePanel();
  const views = useLater(VIEWS, state.view !== 'diagram');
  if (state.entry !== undefined) return <Page key={state.entry} entry={state.entry} />;
  const stage = state.stage !== undefined && index.stage(state.stage);
  if (stage) return <StageDetail key={stage.id} stage={stage} />;
  if (state.view === 'compare') return views ? <views.CompareIntro /> : null;
  if (state.view === 'crosswalk') return views ? <views.CrosswalkIntro /> : null;
  if (overlay) return <OverlayDetail key={overlay.id} lifecycle={lifecycle} overlay={overlay} />;
  return <Overview lifecycle={lifecycle} />;
}

function Page({ entry: ref }: { readonly entry: string }) {
  const { index } = usePanel();
  const pages = useLater(PAGES);
  if (!pages) return null;
  const rule = ref.startsWith('rules/') ? index.rule(ref.slice('rules/'.length)) : undefined;
  if (rule) return <pages.RuleDetail rule={rule} />;
  const risk = ref.startsWith('risks/') ? index.risk(ref.slice('risks/'.length)) : undefined;
  if (risk) return <pages.RiskDetail risk={risk} />;
  const entry = index.entry(ref);
  return entry ? <pages.EntryPage entry={entry} /> : null;
}
