/** Outlines on a grid of 16: each answer has a shape of its own, so that none is told by its colour alone. */
const SHAPES = {
  safe: 'M8 1.5 13.5 3.5v4c0 3.6-2.4 6-5.5 7-3.1-1-5.5-3.4-5.5-7v-4ZM5.2 8l2 2 3.6-3.8',
  incomplete: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM4.8 8h.1M8 8h.1M11.1 8h.1',
  suspicious: 'M8 1.8 14.8 14H1.2ZM8 6v4M8 12h.1',
  malicious: 'M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2ZM5.5 5.5l5 5m0-5-5 5',
  failed: 'M3.5 1.5h6l3 3v10h-9ZM6 7l4 4m0-4-4 4',
  signed:
    'M8 1.3a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM5.3 9.8l-1 4.9L8 12.9l3.7 1.8-1-4.9M6 6l1.5 1.5 2.6-2.8',
  unsigned:
    'M8 1.3a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2ZM5.3 9.8l-1 4.9L8 12.9l3.7 1.8-1-4.9M6.4 4.3l3.2 3.2m0-3.2-3.2 3.2',
  running: 'M8 1.5a6.5 6.5 0 1 0 6.5 6.5M8 4.5V8l2.5 1.5',
} as const;

export type SignKind = keyof typeof SHAPES;

/** The sign of an answer. Decorative: the text beside it says the same. */
export function Sign({ kind }: { readonly kind: SignKind }) {
  return (
    <svg class={`sign sign-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={SHAPES[kind]} />
    </svg>
  );
}
