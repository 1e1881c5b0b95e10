import type { Overlay } from '../../../diagram/overlay';
import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import { OverlayLegend } from './overlay-legend';

/** Above the diagram: the question its overlay answers and what the signs mean, with the way back to no overlay. */
export function OverlayHead({ overlay }: { readonly overlay: Overlay }) {
  const { state, snapshot, index, turn } = usePanel();
  const file = snapshot.editor?.stages.some((id) => index.stage(id)?.lifecycle === state.lifecycle)
    ? snapshot.editor.name
    : undefined;
  return (
    <div class="overlay-head">
      <p class="overlay-title">
        <strong>{overlay.title}</strong> <span class="overlay-asks">{overlay.question}</span>
      </p>
      <OverlayLegend legend={overlay.legend} file={file} />
      <button
        type="button"
        class="icon-button close"
        aria-label="Remove the overlay"
        title="Remove the overlay"
        onClick={() => turn({ stage: state.stage, overlay: undefined })}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
