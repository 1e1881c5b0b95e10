import type { Overlay } from '../../../diagram/overlay';
import { usePanel } from '../panel-context';
import { Icon } from '../parts/icon';
import { OverlayLegend } from './overlay-legend';

/** Above the diagram: the question its overlay answers and what the signs mean, with the way back to no overlay. */
export function OverlayHead({ overlay }: { readonly overlay: Overlay }) {
  const { state, turn } = usePanel();
  return (
    <div class="overlay-head">
      <p class="overlay-title">
        <strong>{overlay.title}</strong> <span class="overlay-asks">{overlay.question}</span>
      </p>
      <OverlayLegend legend={overlay.legend} />
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
