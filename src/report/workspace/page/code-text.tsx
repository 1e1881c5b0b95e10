/** A text in which `backticks` mark code; nothing else in it has a meaning of its own. */
export function CodeText({ text }: { readonly text: string }) {
  const parts = text.split('`');
  // Without its twin a backtick is a character like any other.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, at) => (at % 2 === 0 ? part : <code key={at}>{part}</code>))}</>;
}
