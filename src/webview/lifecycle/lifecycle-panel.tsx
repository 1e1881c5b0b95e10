import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Breadcrumbs } from './breadcrumbs';
import { DetailPane } from './detail/detail-pane';
import type { DiagramHandle } from './diagram/lifecycle-diagram';
import { DiagramView } from './diagram/diagram-view';
import { drawPicture } from './draw-picture';
import type { PanelHost } from './host';
import { useLater } from './later';
import { loadLaterParts, VIEWS } from './later-parts';
import { Loading } from './loading';
import { useOverlay } from './overlay/use-overlay';
import { PanelContext, type Panel } from './panel-context';
import { receive } from './receive';
import { initialModel, panelReducer } from './state/panel-reducer';
import { restoreState } from './state/panel-state';
import { Toolbar } from './toolbar/toolbar';
import { useRevealDetail } from './use-reveal-detail';

const AFTER_DRAWING_MS = 50;

/** The whole panel. Tells the host when it can receive, and keeps what the user looks at. */
export function LifecyclePanel({ host }: { readonly host: PanelHost }) {
  const [model, dispatch] = useReducer(panelReducer, host, () =>
    initialModel(restoreState(host.readState())),
  );
  const { state, snapshot, index, supply, history, found } = model;
  const diagram = useRef<DiagramHandle>(null);
  const detail = useRef<HTMLElement>(null);
  const reveal = useRevealDetail(detail, state);
  const views = useLater(VIEWS, state.view !== 'diagram');
  const overlay = useOverlay(state.overlay, index, snapshot?.findings, supply);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const message = receive(event.data);
      if (!message) return;
      if (message.type === 'draw') {
        void drawPicture(message).then((picture) => host.post({ type: 'picture', ...picture }));
        return;
      }
      if (message.type === 'select') reveal.request(false);
      dispatch(message);
    };
    window.addEventListener('message', listen);
    host.post({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, [host, reveal]);

  // What is restored must not be overwritten before the catalog says whether it still exists.
  useEffect(() => {
    if (index && snapshot) host.writeState(state);
  }, [host, index, snapshot, state]);

  // The rest of the panel comes while the user looks at the drawing.
  const drawn = index !== undefined && snapshot !== undefined;
  useEffect(() => {
    if (!drawn) return undefined;
    const timer = setTimeout(() => void loadLaterParts(), AFTER_DRAWING_MS);
    return () => clearTimeout(timer);
  }, [drawn]);

  const go = useCallback<Panel['go']>(
    (place) => {
      reveal.request(true);
      dispatch({ type: 'go', place });
    },
    [reveal],
  );
  const turn = useCallback<Panel['turn']>((place) => dispatch({ type: 'go', place }), []);
  const zoom = useCallback<Panel['zoom']>((value) => dispatch({ type: 'zoom', zoom: value }), []);
  const panel = useMemo<Panel | undefined>(
    () =>
      snapshot &&
      index && { state, snapshot, index, supply, overlay, found, go, turn, zoom, post: host.post },
    [state, snapshot, index, supply, overlay, found, go, turn, zoom, host],
  );
  const lifecycle = index?.lifecycle(state.lifecycle);
  if (!panel || !lifecycle) return <Loading />;

  const openStage = (stage: string, byKeyboard: boolean) => {
    reveal.request(byKeyboard);
    dispatch({ type: 'go', place: { stage } });
  };

  return (
    <PanelContext.Provider value={panel}>
      <Toolbar onFollow={() => dispatch({ type: 'toggleFollow' })} />
      <div class={`body body-${state.view}`}>
        {state.view === 'diagram' && (
          <DiagramView lifecycle={lifecycle} onOpen={openStage} handle={diagram} />
        )}
        {state.view === 'compare' && views && <views.CompareView />}
        {state.view === 'crosswalk' && views && <views.CrosswalkView />}
        {state.view === 'lineage' && views && <views.LineageView />}
        {state.view !== 'diagram' && !views && <section class="main-pane" aria-busy="true" />}
        <div class="side">
          <Breadcrumbs
            onBack={history.back.length > 0 ? () => dispatch({ type: 'back' }) : undefined}
            onForward={history.forward.length > 0 ? () => dispatch({ type: 'forward' }) : undefined}
          />
          <DetailPane lifecycle={lifecycle} pane={detail} onEscape={() => focusMain(diagram.current)} />
        </div>
      </div>
    </PanelContext.Provider>
  );
}

/** Back to where the keyboard was in the view: its stage in the diagram, its cell in the crosswalk. */
function focusMain(diagram: DiagramHandle | null): void {
  if (diagram) diagram.focus();
  else
    document
      .querySelector<HTMLElement>('.matrix [tabindex="0"], .compare-scroll, .lineage [tabindex="0"]')
      ?.focus();
}
