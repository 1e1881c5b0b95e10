import type { LineageNode } from '../../../diagram/lineage/lineage-input';
import { usePanel } from '../panel-context';
import { FoldedList } from '../parts/folded-list';
import { Sign } from '../overlay/sign';

interface PartLinksProps {
  readonly parts: readonly Pick<LineageNode, 'id' | 'name' | 'kind' | 'note' | 'glyph' | 'tone' | 'alert'>[];
}

/** Parts as rows that open their pages; what has none, a training, is a row alone. */
export function PartLinks({ parts }: PartLinksProps) {
  const { supply, go } = usePanel();
  const known = new Set(supply?.parts.map(({ id }) => id));
  return (
    <FoldedList
      key={parts.map(({ id }) => id).join(' ')}
      class="overlay-rows"
      atFirst={12}
      items={parts.map(({ id, name, kind, note, glyph, tone, alert }) => {
        const content = (
          <>
            <Sign glyph={glyph} tone={tone} />
            <span class="overlay-row-text">
              <span class="overlay-row-title">{name}</span>
              <span class="overlay-row-note">
                {[kind[0], note, alert ?? ''].filter((text) => text !== '').join(' · ')}
              </span>
            </span>
          </>
        );
        return (
          <li key={id}>
            {known.has(id) ? (
              <button type="button" class="overlay-row" onClick={() => go({ part: id })}>
                {content}
              </button>
            ) : (
              <div class="overlay-row">{content}</div>
            )}
          </li>
        );
      })}
    />
  );
}
