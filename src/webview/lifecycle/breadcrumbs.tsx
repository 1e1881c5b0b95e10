import { entryName } from './model/entry-name';
import { usePanel } from './panel-context';
import { Icon } from './parts/icon';
import { ToolGroup } from './parts/tool-group';
import type { Place } from './state/panel-state';

interface BreadcrumbsProps {
  readonly onBack: (() => void) | undefined;
  readonly onForward: (() => void) | undefined;
}

interface Crumb {
  readonly text: string;
  readonly place: Partial<Place>;
}

/** The way to what the detail pane shows, with back and forward. */
export function Breadcrumbs({ onBack, onForward }: BreadcrumbsProps) {
  const { go } = usePanel();
  const crumbs = useCrumbs();
  return (
    <nav class="breadcrumbs" aria-label="Place in the lifecycle">
      <ToolGroup label="History">
        <button
          type="button"
          class="icon-button"
          aria-label="Back"
          title="Back"
          disabled={!onBack}
          onClick={onBack}
        >
          <Icon name="back" />
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label="Forward"
          title="Forward"
          disabled={!onForward}
          onClick={onForward}
        >
          <Icon name="forward" />
        </button>
      </ToolGroup>
      <ol>
        {crumbs.map((crumb, at) => (
          <li key={crumb.text}>
            {at === crumbs.length - 1 ? (
              <span aria-current="page">{crumb.text}</span>
            ) : (
              <button type="button" class="crumb" onClick={() => go(crumb.place)}>
                {crumb.text}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const VIEW_CRUMBS = {
  diagram: 'Overview',
  compare: 'Compare',
  crosswalk: 'Crosswalk',
  lineage: 'Lineage',
} as const;

function useCrumbs(): Crumb[] {
  const { state, index, supply } = usePanel();
  const stage = state.stage !== undefined && index.stage(state.stage);
  const crumbs: Crumb[] = [{ text: VIEW_CRUMBS[state.view], place: {} }];
  if (stage) crumbs.push({ text: `${stage.number} ${stage.shortTitle}`, place: { stage: stage.id } });
  const entry = state.entry !== undefined && entryName(state.entry, index);
  if (entry) crumbs.push({ text: entry, place: {} });
  const part = state.part !== undefined && supply?.parts.find(({ id }) => id === state.part);
  if (part) crumbs.push({ text: part.name, place: {} });
  return crumbs;
}
