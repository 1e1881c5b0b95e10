import { CodeText } from './code-text';

/** Lines of text as a bulleted list; nothing for none. */
export function TextList({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <ul class="text-list">
      {lines.map((line) => (
        <li key={line}>
          <CodeText text={line} />
        </li>
      ))}
    </ul>
  );
}
