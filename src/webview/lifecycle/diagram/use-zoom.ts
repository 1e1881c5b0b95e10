import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { usePanel } from '../panel-context';
import { zoomBy } from '../state/zoom-by';

/** Pixels of the wheel that make one step. */
const WHEEL_STEP = 100;

/**
 * How large the diagram is drawn: `fit` times the zoom. Ctrl with the wheel, and a pinch, zoom about the pointer; the
 * buttons about the middle.
 */
export function useZoom(box: RefObject<HTMLElement>, fit: number): number {
  const { state, zoom } = usePanel();
  const size = state.zoom ?? 1;
  const scale = fit * size;
  const drawn = useRef(scale);
  /** The point of the pane that stays where it is. */
  const anchor = useRef<{ readonly x: number; readonly y: number }>();

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      anchor.current = { x: event.clientX - left, y: event.clientY - top };
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 33 : event.deltaY;
      zoom(zoomBy(size, Math.max(-1, Math.min(1, -pixels / WHEEL_STEP))));
    };
    // Not passive: the page itself must not zoom.
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [box, size, zoom]);

  // A panel that comes back enlarged begins in the middle. By the time effects run its size is known.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.scrollLeft = (element.scrollWidth - element.clientWidth) / 2;
    if (scale > fit) element.scrollTop = (element.scrollHeight - element.clientHeight) / 2;
    // Only when the panel opens.
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    const before = drawn.current;
    drawn.current = scale;
    if (!element || before === scale) return;
    const { x, y } = anchor.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    anchor.current = undefined;
    element.scrollLeft = ((element.scrollLeft + x) * scale) / before - x;
    element.scrollTop = ((element.scrollTop + y) * scale) / before - y;
  }, [box, scale]);

  return scale;
}
