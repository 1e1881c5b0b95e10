import type { ComponentChildren } from 'preact';
import type { Link, Status } from '../../../catalog/schema/entry';

/** A part of the page with a heading that the contents lead to. */
export function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A name and what belongs to it; nothing where that is empty. */
export function Fact({
  name,
  lines,
}: {
  readonly name: string;
  readonly lines: readonly ComponentChildren[];
}) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{name}</h4>
      <ul>
        {lines.map((line, at) => (
          <li key={at}>{line}</li>
        ))}
      </ul>
    </>
  );
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  verified: 'verified',
  synthesis: 'our synthesis',
  unverified: 'not verified',
};

/** How sure we are of something. */
export function StatusTag({ status }: { readonly status: Status }) {
  return <span class={`status status-${status}`}>{STATUS_WORDS[status]}</span>;
}

/** Links that leave the page. */
export function Links({ links }: { readonly links: readonly Link[] }) {
  if (links.length === 0) return null;
  return (
    <p class="links">
      {links.map(({ title, url }, at) => (
        <span key={url}>
          {at > 0 && ' · '}
          <a href={url} rel="noreferrer noopener">
            {title}
          </a>
        </span>
      ))}
    </p>
  );
}
