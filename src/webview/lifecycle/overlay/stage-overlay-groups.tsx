import type { Stage } from '../../../catalog/schema/lifecycle';
import { usePanel } from '../panel-context';
import { OverlaySection } from './overlay-rows';

/** What the chosen overlay says of a stage; nothing without an overlay. */
export function StageOverlayGroups({ stage }: { readonly stage: Stage }) {
  const { overlay } = usePanel();
  if (!overlay) return null;
  const groups = overlay.stages.get(stage.id)?.groups ?? [];
  return (
    <section class="overlay-part" aria-label={overlay.title}>
      <p class="eyebrow">{overlay.title}</p>
      <p class="overlay-question">{overlay.question}</p>
      {groups.length > 0 ? (
        groups.map((group) => <OverlaySection key={group.title} group={group} />)
      ) : (
        <p class="quiet">Nothing at this stage.</p>
      )}
    </section>
  );
}
