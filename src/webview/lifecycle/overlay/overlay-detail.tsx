import type { Lifecycle, Stage } from '../../../catalog/schema/lifecycle';
import type { Overlay } from '../../../diagram/overlay';
import { usePanel } from '../panel-context';
import { FoldedList } from '../parts/folded-list';
import { Section } from '../parts/section';
import { MarkLink } from './mark-link';
import { OverlayLegend } from './overlay-legend';
import { OverlaySection } from './overlay-rows';

interface OverlayDetailProps {
  readonly lifecycle: Lifecycle;
  readonly overlay: Overlay;
}

/** The answer of an overlay for the lifecycle as a whole, then stage by stage. */
export function OverlayDetail({ lifecycle, overlay }: OverlayDetailProps) {
  const { index } = usePanel();
  const stages = index.stagesOf(lifecycle);
  const framework = index.entry(`frameworks/${overlay.id}`);
  return (
    <>
      <p class="eyebrow">
        {lifecycle.title} · {overlay.title}
      </p>
      <h2 tabIndex={-1}>{overlay.question}</h2>
      <OverlayLegend legend={overlay.legend} />
      {framework && <FrameworkLine id={overlay.id} title={framework.title} />}
      {overlay.groups.map((group) => (
        <OverlaySection key={group.title} group={group} />
      ))}
      <Section title="Stage by stage" count={stages.length}>
        <ol class="by-stage">
          {stages.map((stage) => (
            <li key={stage.id}>
              <StageMarksRow stage={stage} overlay={overlay} />
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function FrameworkLine({ id, title }: { readonly id: string; readonly title: string }) {
  const { go } = usePanel();
  return (
    <p class="page-action">
      <button type="button" class="link-button" onClick={() => go({ entry: `frameworks/${id}` })}>
        About {title}
      </button>
    </p>
  );
}

/** A stage with the signs the overlay puts on it. */
function StageMarksRow({ stage, overlay }: { readonly stage: Stage; readonly overlay: Overlay }) {
  const { go } = usePanel();
  const at = overlay.stages.get(stage.id);
  const marks = at?.marks ?? [];
  return (
    <>
      <button type="button" class="risk-link by-stage-title" onClick={() => go({ stage: stage.id })}>
        <span class="chip-number">{stage.number}</span>
        <span class="risk-title">{stage.title}</span>
        <span class="risk-count">{marks.length === 0 ? 'nothing' : marks.length}</span>
      </button>
      {marks.length > 0 && (
        <FoldedList
          key={`${overlay.id} ${stage.id}`}
          class="mark-links"
          atFirst={12}
          items={marks.map((mark, at) => (
            <li key={`${at} ${mark.label}`}>
              <MarkLink mark={mark} />
            </li>
          ))}
        />
      )}
    </>
  );
}
