/** A sentence in which names and calls stand between back-ticks; everything else is text as it is. */
export function RichText({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // A single back-tick is a character of the text.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part))}</>;
}
