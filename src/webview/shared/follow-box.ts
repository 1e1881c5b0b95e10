/** Calls `measure` now, and whenever a box is scrolled or changes its size. Returns what ends that. */
export function followBox(box: HTMLElement, measure: () => void): () => void {
  measure();
  box.addEventListener('scroll', measure, { passive: true });
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure);
  observer?.observe(box);
  return () => {
    box.removeEventListener('scroll', measure);
    observer?.disconnect();
  };
}
