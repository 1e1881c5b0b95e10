import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import type { FromPanel, PanelSnapshot, PanelState } from '../../../src/protocol/panel';
import type { PanelCatalog } from '../../../src/protocol/panel-catalog';
import { loadLaterParts } from '../../../src/webview/lifecycle/later-parts';
import { LifecyclePanel } from '../../../src/webview/lifecycle/lifecycle-panel';
import { CATALOG } from './sample';

afterEach(cleanup);

// What comes after the first drawing is there from the start, so that tests need not wait.
beforeAll(loadLaterParts);

// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => undefined;

/** The panel in a page, with an editor that remembers what it was sent. */
export interface OpenPanel {
  readonly posted: readonly FromPanel[];
  readonly written: readonly PanelState[];
  readonly container: Element;
  /** Posts any data to the page, as the editor (or another frame) would. */
  receive(data: unknown): void;
  /** Sends a snapshot; before the first one the catalog. */
  show(snapshot: PanelSnapshot): void;
  /** The button of a stage in the diagram. */
  stage(name: string | RegExp): SVGElement;
  /** All that is drawn of a stage. */
  drawn(name: string | RegExp): Element;
}

interface OpenOptions {
  readonly state?: unknown;
  readonly snapshot?: PanelSnapshot;
  /** The sample catalog unless given. */
  readonly catalog?: PanelCatalog;
}

/** Opens the panel with the state kept from before, and with catalog and snapshot when there is one. */
export function openPanel(options: OpenOptions = {}): OpenPanel {
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
  const show = (snapshot: PanelSnapshot) => {
    if (!told) receive({ type: 'catalog', catalog: options.catalog ?? CATALOG });
    told = true;
    receive({ type: 'snapshot', snapshot });
  };
  let told = false;
  if (options.snapshot) show(options.snapshot);
  const stage = (name: string | RegExp) => {
    const found = [...view.container.querySelectorAll<SVGElement>('svg [role="button"]')].find((element) =>
      matches(element.getAttribute('aria-label') ?? '', name),
    );
    if (!found) throw new Error(`no stage ${String(name)}`);
    return found;
  };
  const drawn = (name: string | RegExp) => stage(name).closest('.stage') ?? stage(name);
  return { posted, written, container: view.container, receive, show, stage, drawn };
}

function matches(label: string, name: string | RegExp): boolean {
  return typeof name === 'string' ? label.includes(name) : name.test(label);
}
