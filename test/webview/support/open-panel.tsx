import { act, cleanup, render } from '@testing-library/preact';
import { afterEach } from 'vitest';
import type { FromPanel, PanelSnapshot, PanelState } from '../../../src/protocol/panel';
import { LifecyclePanel } from '../../../src/webview/lifecycle/lifecycle-panel';

afterEach(cleanup);

// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => undefined;

/** The panel in a page, with an editor that remembers what it was sent. */
export interface OpenPanel {
  readonly posted: readonly FromPanel[];
  readonly written: readonly PanelState[];
  readonly container: Element;
  /** Posts any data to the page, as the editor (or another frame) would. */
  receive(data: unknown): void;
  show(snapshot: PanelSnapshot): void;
  stage(name: string | RegExp): SVGElement;
}

/** Opens the panel with the state kept from before, and the first snapshot when there is one. */
export function openPanel(options: { state?: unknown; snapshot?: PanelSnapshot } = {}): OpenPanel {
  const posted: FromPanel[] = [];
  const written: PanelState[] = [];
  const view = render(
    <LifecyclePanel
      host={{
        post: (message) => void posted.push(message),
        readState: () => options.state,
        writeState: (state) => void written.push(state),
      }}
    />,
  );
  const receive = (data: unknown) => {
    void act(() => {
      window.dispatchEvent(new MessageEvent('message', { data }));
    });
  };
  const show = (snapshot: PanelSnapshot) => receive({ type: 'snapshot', snapshot });
  if (options.snapshot) show(options.snapshot);
  const stage = (name: string | RegExp) => {
    const found = [...view.container.querySelectorAll<SVGElement>('svg [role="button"]')].find((element) =>
      matches(element.getAttribute('aria-label') ?? '', name),
    );
    if (!found) throw new Error(`no stage ${String(name)}`);
    return found;
  };
  return { posted, written, container: view.container, receive, show, stage };
}

function matches(label: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? label.includes(name) : name.test(label);
}
