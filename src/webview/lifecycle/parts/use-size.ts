import { useLayoutEffect, useState } from 'preact/hooks';
import type { RefObject } from 'preact';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element, kept up to date; `assumed` until it is known. */
export function useSize(element: RefObject<HTMLElement>, assumed: Size): Size {
  const [size, setSize] = useState(assumed);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      const { width, height } = target.getBoundingClientRect();
      if (width > 0) setSize({ width: Math.round(width), height: Math.round(height) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
