import type { Ref } from 'preact';
import type { Lifecycle } from '../../../catalog/schema/lifecycle';
import { useLater } from '../later';
import { PAGES, VIEWS } from '../later-parts';
import type * as Pages from '../pages';
import { usePanel } from '../panel-context';
import { Overview } from './overview';

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
  const { state, index, overlay, supply } = usePanel();
  const stage = state.stage === undefined ? undefined : index.stage(state.stage);
  const part = state.part === undefined ? undefined : supply?.parts.find(({ id }) => id === state.part);
  const overview = state.view === 'diagram' && state.entry === undefined && !stage && !overlay && !part;
  const views = useLater(VIEWS, state.view !== 'diagram');
  const pages = useLater(PAGES, !overview);
  if (overview) return <Overview lifecycle={lifecycle} />;
  if (!pages || (state.view !== 'diagram' && !views)) return null;
  if (part) return <pages.PartDetail key={part.id} part={part} />;
  if (state.entry !== undefined) return <Page key={state.entry} entry={state.entry} pages={pages} />;
  if (stage) return <pages.StageDetail key={stage.id} stage={stage} />;
  if (views && state.view === 'compare') return <views.CompareIntro />;
  if (views && state.view === 'crosswalk') return <views.CrosswalkIntro />;
  if (views && state.view === 'lineage') return <views.LineageIntro />;
  return overlay ? <pages.OverlayDetail key={overlay.id} lifecycle={lifecycle} overlay={overlay} /> : null;
}

interface PageProps {
  readonly entry: string;
  readonly pages: typeof Pages;
}

function Page({ entry: ref, pages }: PageProps) {
  const { index } = usePanel();
  const rule = ref.startsWith('rules/') ? index.rule(ref.slice('rules/'.length)) : undefined;
  if (rule) return <pages.RuleDetail rule={rule} />;
  const risk = ref.startsWith('risks/') ? index.risk(ref.slice('risks/'.length)) : undefined;
  if (risk) return <pages.RiskDetail risk={risk} />;
  const entry = index.entry(ref);
  return entry ? <pages.EntryPage entry={entry} /> : null;
}
