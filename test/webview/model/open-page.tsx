import { act, cleanup, render } from '@testing-library/preact';
import { afterEach } from 'vitest';
import type { FromModelPage } from '../../../src/protocol/model/from-model-page';
import { MemorySource } from '../../../src/models/bytes/byte-source';
import { ModelSession } from '../../../src/report/model/view/model-session';
import type { ModelView } from '../../../src/report/model/view/model-view';
import { ModelPage } from '../../../src/webview/model/model-page';
import type { PageState } from '../../../src/webview/model/page-state';

afterEach(cleanup);

// jsdom lays nothing out, so there is nothing to scroll.
if (typeof Element !== 'undefined') Element.prototype.scrollIntoView = () => undefined;

/** What is shown of a file, made as the worker makes it. */
export function inspected(name: string, content: Uint8Array): ModelSession & { readonly view: ModelView } {
  const session = new ModelSession(new MemorySource(content), name);
  const view = session.inspect({ onPreview: () => undefined, onProgress: () => undefined });
  return Object.assign(session, { view });
}

export interface OpenPage {
  readonly container: Element;
  readonly posted: readonly FromModelPage[];
  readonly written: readonly PageState[];
  /** Posts any data to the page, as the editor (or another frame) would. */
  receive(data: unknown): void;
}

/** The page with an editor that remembers what it was sent. */
export function openPage(state?: unknown): OpenPage {
  const posted: FromModelPage[] = [];
  const written: PageState[] = [];
  const { container } = render(
    <ModelPage
      host={{
        post: (message) => void posted.push(message),
        readState: () => state,
        writeState: (kept) => void written.push(kept),
      }}
    />,
  );
  const receive = (data: unknown): void => {
    void act(() => {
      window.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    });
  };
  return { container, posted, written, receive };
}
