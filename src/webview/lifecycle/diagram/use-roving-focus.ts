import { useRef, useState } from 'preact/hooks';

/** Arrow, Home and End keys move one tab stop along `ids`; every other key is left alone. */
export function useRovingFocus(ids: readonly string[], selected: string | undefined) {
  const elements = useRef(new Map<string, SVGElement>());
  const [focused, setFocused] = useState<string>();
  const stop = [focused, selected, ids[0]].find((id) => id !== undefined && ids.includes(id));

  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    setFocused(id);
    elements.current.get(id)?.focus();
  };

  return {
    /** The stage that takes the tab stop. */
    stop,
    /** Returns to the stage that was focused last. */
    focusStop: () => focus(stop),
    register: (id: string) => (element: SVGElement | null) => {
      if (element) elements.current.set(id, element);
      else elements.current.delete(id);
    },
    onFocus: setFocused,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = neighbour(ids, stop, event.key);
      if (target === undefined) return;
      event.preventDefault();
      focus(target);
    },
  };
}

function neighbour(ids: readonly string[], from: string | undefined, key: string): string | undefined {
  const at = from === undefined ? 0 : ids.indexOf(from);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return ids[(at + 1) % ids.length];
    case 'ArrowLeft':
    case 'ArrowUp':
      return ids[(at - 1 + ids.length) % ids.length];
    case 'Home':
      return ids[0];
    case 'End':
      return ids.at(-1);
    default:
      return undefined;
  }
}
