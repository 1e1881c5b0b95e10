import type { Mark } from '../../../diagram/overlay';
import { placeOfRef } from '../model/place-of-ref';
import { usePanel } from '../panel-context';
import { Sign } from './sign';

/** A mark of the diagram as a small button that opens its page. */
export function MarkLink({ mark }: { readonly mark: Mark }) {
  const { go, index, state } = usePanel();
  const { ref } = mark;
  const content = (
    <>
      <Sign glyph={mark.glyph} tone={mark.tone} />
      <span>{mark.label}</span>
    </>
  );
  if (ref === undefined) {
    return (
      <span class="mark-link" title={mark.title}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="mark-link"
      title={mark.title}
      aria-label={mark.title.includes(mark.label) ? mark.title : `${mark.label}: ${mark.title}`}
      onClick={() => go(placeOfRef(ref, state, index))}
    >
      {content}
    </button>
  );
}
