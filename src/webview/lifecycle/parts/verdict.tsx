import type { Gap } from '../../../catalog/schema/practice';

const WORDS: Readonly<Record<Gap['verdict'], { readonly text: string; readonly sign: string }>> = {
  closes: { text: 'Closed', sign: '●' },
  partly: { text: 'Partly', sign: '◐' },
  open: { text: 'Open', sign: '○' },
  outside: { text: 'Out of their reach', sign: '–' },
};

/** Whether something is closed, by a sign and a word. */
export function Verdict({ verdict }: { readonly verdict: Gap['verdict'] }) {
  const { text, sign } = WORDS[verdict];
  return (
    <span class={`verdict verdict-${verdict}`}>
      <span aria-hidden="true">{sign}</span> {text}
    </span>
  );
}
