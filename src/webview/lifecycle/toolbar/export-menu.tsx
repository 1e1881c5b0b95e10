import { useEffect, useRef, useState } from 'preact/hooks';
import { usePanel } from '../panel-context';
import type { FromPanel } from '../../../protocol/panel';
import { Icon } from '../parts/icon';

interface Choice {
  readonly name: string;
  readonly message: FromPanel;
}

/** What can be taken away from the view that is shown, as a menu. */
export function ExportMenu() {
  const { post } = usePanel();
  const choices = useChoices();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const close = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      setOpen(false);
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('focusin', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('focusin', close);
    };
  }, [open]);

  const finish = () => {
    setOpen(false);
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open) return;
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape' || event.key === 'Tab') finish();
    // The toolbar around the menu has arrow keys of its own.
    event.stopPropagation();
    if (target === undefined && event.key !== 'Escape') return;
    event.preventDefault();
    if (target !== undefined) items[target % items.length]?.focus();
  };

  return (
    <div class="menu-box" ref={box} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="tool-button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        title="Take this view away as a file"
        onClick={() => setOpen(!open)}
      >
        <Icon name="export" /> <span class="tool-text">Export</span>
      </button>
      {open && (
        <ul class="menu" role="menu" aria-label="Export">
          {choices.map(({ name, message }) => (
            <li key={name} role="none">
              <span
                role="menuitem"
                tabIndex={-1}
                onClick={() => {
                  post(message);
                  finish();
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return;
                  event.preventDefault();
                  post(message);
                  finish();
                }}
              >
                {name}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function useChoices(): Choice[] {
  const { state } = usePanel();
  if (state.view === 'crosswalk') {
    const sides = { type: 'exportCrosswalk', ...state.crosswalk } as const;
    return [
      { name: 'Table as CSV', message: { ...sides, format: 'csv' } },
      { name: 'Table as Markdown', message: { ...sides, format: 'markdown' } },
    ];
  }
  if (state.view === 'lineage') {
    return [
      { name: 'Drawing as SVG', message: { type: 'exportLineage', format: 'svg' } },
      { name: 'Drawing as PNG', message: { type: 'exportLineage', format: 'png' } },
      { name: 'Copy as Mermaid, for a README', message: { type: 'exportLineage', format: 'mermaid' } },
      { name: 'Bill of materials (AI-BOM)', message: { type: 'exportBom' } },
    ];
  }
  const { lifecycle } = state;
  const overlay = state.view === 'compare' ? 'compare' : state.overlay;
  const drawing = { type: 'export', lifecycle, ...(overlay === undefined ? {} : { overlay }) } as const;
  return [
    { name: 'Drawing as SVG', message: { ...drawing, format: 'svg' } },
    { name: 'Drawing as PNG', message: { ...drawing, format: 'png' } },
    { name: 'Everything as an HTML page', message: { ...drawing, format: 'html' } },
    { name: 'Copy as Mermaid, for a README', message: { ...drawing, format: 'mermaid' } },
  ];
}
