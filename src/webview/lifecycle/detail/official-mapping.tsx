import type { Risk } from '../../../catalog/schema/reference';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { EntryLink } from '../parts/entry-links';
import { FoldedList } from '../parts/folded-list';
import { Section } from '../parts/section';

/** What the publisher of a list itself maps a risk to; the weight it gives stands at the end of each row. */
export function OfficialMapping({ risk }: { readonly risk: Risk }) {
  const { index } = usePanel();
  const rows = resolve(
    risk.official.map(({ entry }) => entry),
    (ref) => index.entry(ref),
  );
  if (rows.length === 0) return null;
  const weights = new Map(risk.official.map(({ entry, weight }) => [entry, weight]));
  const weight = (ref: string) => weights.get(ref) ?? 'supporting';
  const ordered = [...rows].sort((a, b) =>
    weight(`${a.kind}/${a.id}`).localeCompare(weight(`${b.kind}/${b.id}`)),
  );
  return (
    <Section title="Mapped by the list itself" count={rows.length}>
      <FoldedList
        class="risk-links"
        items={ordered.map((entry) => (
          <li key={`${entry.kind}/${entry.id}`}>
            <EntryLink entry={entry} note={weight(`${entry.kind}/${entry.id}`)} />
          </li>
        ))}
      />
    </Section>
  );
}
