import type { OverlayGroup, OverlayRow } from '../../../diagram/overlay';
import { placeOfRef } from '../model/place-of-ref';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { FoldedList } from '../parts/folded-list';
import { Section } from '../parts/section';
import { Sign } from './sign';

/** A group of an overlay as a section of the detail pane. */
export function OverlaySection({
  group,
  atFirst = 12,
}: {
  readonly group: OverlayGroup;
  readonly atFirst?: number;
}) {
  return (
    <Section title={group.title} count={group.rows.length}>
      <FoldedList
        key={`${group.title} ${group.rows.length}`}
        class="overlay-rows"
        atFirst={atFirst}
        items={group.rows.map((row, at) => (
          <li key={`${at} ${row.label} ${row.title}`}>
            <Row row={row} />
          </li>
        ))}
      />
    </Section>
  );
}

/** A line of an overlay: its sign, its name and what it says; a button where it has a page. */
function Row({ row }: { readonly row: OverlayRow }) {
  const { go, state, index } = usePanel();
  const { ref, part } = row;
  const content = (
    <>
      <Sign glyph={row.glyph} tone={row.tone} />
      <span class="overlay-row-text">
        <span class="overlay-row-title">
          {row.label && !row.title.startsWith(row.label) && <span class="code-label">{row.label}</span>}
          <CodeText text={row.title} />
        </span>
        {row.text && (
          <span class="overlay-row-note">
            <CodeText text={row.text} />
          </span>
        )}
      </span>
    </>
  );
  if (part !== undefined) {
    return (
      <button type="button" class="overlay-row" onClick={() => go({ stage: state.stage, part })}>
        {content}
      </button>
    );
  }
  if (ref === undefined) return <div class="overlay-row">{content}</div>;
  return (
    <button type="button" class="overlay-row" onClick={() => go(placeOfRef(ref, state, index))}>
      {content}
    </button>
  );
}
