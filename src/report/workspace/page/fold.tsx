import type { ComponentChildren } from 'preact';

interface FoldProps {
  readonly title: ComponentChildren;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** Something that is folded away behind its title, and always open on paper. */
export function Fold({ title, open, children }: FoldProps) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}

interface FirstOfProps {
  readonly lines: readonly ComponentChildren[];
  readonly most: number;
  /** What there is more of: `places`. */
  readonly name: string;
}

/** The first lines of a list, and how many more there are. */
export function FirstOf({ lines, most, name }: FirstOfProps) {
  const rest = lines.length - most;
  return (
    <ul>
      {lines.slice(0, most).map((line, at) => (
        <li key={at}>{line}</li>
      ))}
      {rest > 0 && (
        <li class="quiet">
          and {rest.toLocaleString('en-US')} more {name}
        </li>
      )}
    </ul>
  );
}
