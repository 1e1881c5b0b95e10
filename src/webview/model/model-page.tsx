import { useEffect, useReducer, useRef } from 'preact/hooks';
import type { ViewTarget } from '../../report/model/view/model-view';
import type { FromModelPage } from '../../protocol/model/from-model-page';
import { parseToModelPage } from '../../protocol/model/to-model-page';
import { FindingList } from './finding-list';
import type { ModelPageHost } from './host';
import { pageReducer, type PageAction, type PageModel } from './page-model';
import { restoredState } from './page-state';
import { ProgressBar } from './progress-bar';
import { SignatureCard } from './signature-card';
import { Tabs } from './tabs';
import { VerdictCard } from './verdict-card';

/** What the parts of the page share. */
export interface PageProps {
  readonly model: PageModel;
  readonly dispatch: (action: PageAction) => void;
  readonly post: (message: FromModelPage) => void;
}

/** The page of one model file. Tells the host when it can receive, and keeps what the user looks at. */
export function ModelPage({ host }: { readonly host: ModelPageHost }) {
  const [model, dispatch] = useReducer(pageReducer, host, (given): PageModel => ({
    state: restoredState(given.readState()),
    progress: { state: 'waiting' },
    view: undefined,
    signature: undefined,
    pages: new Map(),
    rows: undefined,
    shown: undefined,
  }));
  const { view, state, progress, signature } = model;
  const details = useRef<HTMLElement>(null);

  useEffect(() => {
    const listen = ({ data }: MessageEvent<unknown>) => {
      const message = parseToModelPage(data);
      if (message) dispatch(message);
    };
    window.addEventListener('message', listen);
    host.post({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, [host]);

  useEffect(() => host.writeState(state), [host, state]);

  // What a finding points to takes the focus, so that the keyboard goes on from there.
  const times = model.shown?.times;
  useEffect(() => {
    if (times === undefined) return;
    details.current?.scrollIntoView({ block: 'start' });
    details.current?.querySelector<HTMLElement>('.table-body, .lines')?.focus({ preventScroll: true });
  }, [times]);

  const show = (target: ViewTarget) => {
    dispatch({ type: 'show', target });
    if (target.kind === 'opcode')
      host.post({ type: 'locate', pickle: target.pickle, offset: Math.floor(target.offset) });
  };

  const signatureCard = signature && <SignatureCard key="signature" signature={signature} post={host.post} />;

  return (
    <main class="model">
      <h1 class="visually-hidden">{view?.name ?? 'Model file'}</h1>
      {/* A signature that does not hold is told before anything else. */}
      {signature?.state === 'failed' && signatureCard}
      <VerdictCard view={view} progress={progress} onAgain={() => host.post({ type: 'again' })} />
      <ProgressBar progress={progress} onStop={() => host.post({ type: 'stop' })} />
      {signature?.state !== 'failed' && signatureCard}
      {view && <FindingList view={view} onShow={show} />}
      {view && (
        <section class="details" aria-label="Details" ref={details}>
          <Tabs model={model} view={view} dispatch={dispatch} post={host.post} />
        </section>
      )}
    </main>
  );
}
