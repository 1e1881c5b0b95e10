import { useCallback, useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { Breadcrumbs } from './breadcrumbs';
import { DetailPane } from './detail/detail-pane';
import { LifecycleDiagram, type DiagramHandle } from './diagram/lifecycle-diagram';
import type { PanelHost } from './host';
import { Loading } from './loading';
import { litStages } from './model/lit-stages';
import { PanelContext, type Panel } from './panel-context';
import { receive } from './receive';
import { initialModel, panelReducer } from './state/panel-reducer';
import { restoreState } from './state/panel-state';
import { Toolbar } from './toolbar';
import { useRevealDetail } from './use-reveal-detail';

/** The whole panel. Tells the host when it can receive, and keeps what the user looks at. */
export function LifecyclePanel({ host }: { readonly host: PanelHost }) {
  const [model, dispatch] = useReducer(panelReducer, host, () =>
    initialModel(restoreState(host.readState())),
  );
  const { state, snapshot, index, history } = model;
  const diagram = useRef<DiagramHandle>(null);
  const detail = useRef<HTMLElement>(null);
  const reveal = useRevealDetail(detail, state);

  useEffect(() => {
    const listen = (event: MessageEvent<unknown>) => {
      const message = receive(event.data);
      if (!message) return;
      if (message.type === 'select') reveal.request(false);
      dispatch(message);
    };
    window.addEventListener('message', listen);
    host.post({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, [host, reveal]);

  // What is restored must not be overwritten before the catalog says whether it still exists.
  useEffect(() => {
    if (snapshot) host.writeState(state);
  }, [host, snapshot, state]);

  const go = useCallback<Panel['go']>(
    (place) => {
      reveal.request(true);
      dispatch({ type: 'go', place });
    },
    [reveal],
  );
  const panel = useMemo<Panel | undefined>(
    () => snapshot && index && { state, snapshot, index, go, post: host.post },
    [state, snapshot, index, go, host],
  );
  const lifecycle = index?.lifecycle(state.lifecycle);
  if (!panel || !lifecycle) return <Loading />;

  const openStage = (stage: string, byKeyboard: boolean) => {
    reveal.request(byKeyboard);
    dispatch({ type: 'go', place: { stage } });
  };

  return (
    <PanelContext.Provider value={panel}>
      <Toolbar
        onLifecycle={(id) => dispatch({ type: 'lifecycle', id })}
        onFollow={() => dispatch({ type: 'toggleFollow' })}
      />
      <div class="body">
        <LifecycleDiagram
          key={lifecycle.id}
          lifecycle={lifecycle}
          lit={litStages(panel.state, panel.index)}
          onOpen={openStage}
          handle={diagram}
        />
        <div class="side">
          <Breadcrumbs
            onBack={history.back.length > 0 ? () => dispatch({ type: 'back' }) : undefined}
            onForward={history.forward.length > 0 ? () => dispatch({ type: 'forward' }) : undefined}
          />
          <DetailPane lifecycle={lifecycle} pane={detail} onEscape={() => diagram.current?.focus()} />
        </div>
      </div>
    </PanelContext.Provider>
  );
}
