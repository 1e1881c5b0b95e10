import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { nextStop } from '../../shared/next-stop';

interface ToolGroupProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Buttons that belong together: one tab stop, arrow keys, Home and End between them. */
export function ToolGroup({ label, class: className, children }: ToolGroupProps) {
  const group = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLButtonElement>();

  // After every drawing: a button that is disabled or gone cannot hold the tab stop.
  useLayoutEffect(() => setStop(stop.current));

  function buttons(): HTMLButtonElement[] {
    return [...(group.current?.querySelectorAll('button') ?? [])].filter((button) => !button.disabled);
  }

  function setStop(wanted: HTMLButtonElement | undefined): void {
    const all = buttons();
    const pressed = all.find((button) => button.getAttribute('aria-pressed') === 'true');
    stop.current = wanted && all.includes(wanted) ? wanted : (pressed ?? all[0]);
    for (const button of all) button.tabIndex = button === stop.current ? 0 : -1;
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = buttons();
    const at = all.findIndex((button) => button === document.activeElement);
    const target = all[nextStop(event.key, at, all.length)];
    if (at < 0 || !target) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <div
      class={className ? `tool-group ${className}` : 'tool-group'}
      role="toolbar"
      aria-label={label}
      ref={group}
      onKeyDown={onKeyDown}
      onFocusIn={(event) => {
        if (event.target instanceof HTMLButtonElement) setStop(event.target);
      }}
    >
      {children}
    </div>
  );
}
