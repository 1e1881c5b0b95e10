import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface FoldedListProps {
  readonly class: string;
  /** Items of the list, each an `li`. */
  readonly items: readonly ComponentChildren[];
  /** How many show at first; one more than that is not worth a button. */
  readonly atFirst?: number;
  /** Width of the labels before the titles, in characters, so that titles stand under each other. */
  readonly labels?: number;
}

/** A list whose rest shows on demand. Give it a key of what it lists, so that it folds again for something else. */
export function FoldedList({ class: className, items, atFirst = 8, labels }: FoldedListProps) {
  const [all, setAll] = useState(false);
  const shown = all || items.length <= atFirst + 1 ? items : items.slice(0, atFirst);
  const more = items.length - shown.length;
  return (
    <>
      <ul class={className} {...(labels ? { style: { '--labels': `${labels}ch` } } : {})}>
        {shown}
      </ul>
      {more > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          Show {more} more
        </button>
      )}
    </>
  );
}
