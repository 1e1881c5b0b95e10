import type { ComponentChildren } from 'preact';

interface SectionProps {
  readonly title: string;
  readonly count?: number | string;
  readonly children: ComponentChildren;
}

/** A titled part of the detail pane. */
export function Section({ title, count, children }: SectionProps) {
  return (
    <section class="section">
      <h3>
        {title}
        {count !== undefined && <span class="section-count">{count}</span>}
      </h3>
      {children}
    </section>
  );
}
