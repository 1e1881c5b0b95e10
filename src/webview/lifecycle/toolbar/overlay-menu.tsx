import type { OverlayChoice } from '../../../diagram/overlay';
import { useOverlayChoices } from '../overlay/use-overlay-choices';
import { usePanel } from '../panel-context';

/** The overlays by group; the first choice is none. */
export function OverlayMenu() {
  const { state, overlay, turn } = usePanel();
  const groups = byGroup(useOverlayChoices());
  return (
    <label class="overlay-menu">
      <span class="menu-name">Overlay</span>
      <select
        value={overlay?.id ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          turn({ stage: state.stage, overlay: value === '' ? undefined : value });
        }}
      >
        <option value="">None – findings of this workspace</option>
        {[...groups].map(([group, choices]) => (
          <optgroup key={group} label={group}>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function byGroup(choices: readonly OverlayChoice[]): Map<string, OverlayChoice[]> {
  const groups = new Map<string, OverlayChoice[]>();
  for (const choice of choices) {
    const group = groups.get(choice.group);
    if (group) group.push(choice);
    else groups.set(choice.group, [choice]);
  }
  return groups;
}
