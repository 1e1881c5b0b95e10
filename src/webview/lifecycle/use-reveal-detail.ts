import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import type { PanelState } from '../../protocol/panel';

/**
 * After the user opens something, brings the detail pane to its start: scrolled to the top, into view when it stands
 * below the diagram, and focused when the keyboard (or a button that is gone now) led there.
 */
export function useRevealDetail(detail: RefObject<HTMLElement>, state: PanelState) {
  const wanted = useRef<{ focus: boolean }>();
  // Counted, so that opening what is open already brings the pane to its start too.
  const [requests, setRequests] = useState(0);
  const { lifecycle, view, stage, entry, overlay, part } = state;
  useLayoutEffect(() => {
    const pane = detail.current;
    if (!pane) return;
    pane.scrollTop = 0;
    const request = wanted.current;
    wanted.current = undefined;
    if (!request) return;
    if (request.focus) pane.querySelector('h2')?.focus({ preventScroll: true });
    // Beside the diagram the pane is in view already and this does nothing.
    pane.parentElement?.scrollIntoView({ block: 'nearest', behavior: scrollBehaviour() });
  }, [detail, lifecycle, view, stage, entry, overlay, part, requests]);
  return useMemo(
    () => ({
      request(focus: boolean): void {
        wanted.current = { focus };
        setRequests((before) => before + 1);
      },
    }),
    [],
  );
}

function scrollBehaviour(): ScrollBehavior {
  const still =
    document.body.classList.contains('vscode-reduce-motion') ||
    (typeof matchMedia === 'function' && matchMedia('(prefers-reduced-motion: reduce)').matches);
  return still ? 'auto' : 'smooth';
}
