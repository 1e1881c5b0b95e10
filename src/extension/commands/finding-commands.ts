import { env, window } from 'vscode';
import type { WireFinding } from '../../protocol/finding';
import { cursorPlace } from '../findings/cursor';
import { findingAt, neighbour } from '../findings/finding-navigation';
import { clipboardText } from '../findings/finding-text';
import type { FindingsStore } from '../findings/findings-store';
import type { FindingsView } from '../findings/findings-view';
import type { FindingsViewState } from '../findings/findings-view-state';
import type { Grouping, GroupingContext } from '../findings/grouping';
import { openPlace } from '../tree/open-place';
import type { PanelController } from '../panel/panel-controller';
import { findingIdOf } from './command-arguments';
import type { CommandMap } from './command-map';

export interface FindingCommandsInput {
  readonly store: FindingsStore;
  readonly state: FindingsViewState;
  readonly view: FindingsView;
  readonly panel: PanelController;
  readonly context: () => GroupingContext;
}

type FindingCommands = Pick<
  CommandMap,
  | `groupFindingsBy${Capitalize<Grouping>}`
  | 'filterFindings'
  | 'clearFilter'
  | 'openFinding'
  | 'revealFinding'
  | 'explainFinding'
  | 'copyFinding'
  | 'nextFinding'
  | 'previousFinding'
>;

/** Commands on findings and on the view that lists them. */
export function findingCommands({
  store,
  state,
  view,
  panel,
  context,
}: FindingCommandsInput): FindingCommands {
  /** The finding of a row, or else the one at the cursor, or else the one selected in the view. */
  const chosen = (argument: unknown): WireFinding => {
    const id = findingIdOf(argument);
    const cursor = cursorPlace();
    const finding =
      (id === undefined ? undefined : store.byId(id)) ??
      (cursor && findingAt(store.ofFile(cursor.uri), cursor)) ??
      view.view.selection[0]?.finding;
    if (!finding) throw new Error('There is no finding at the cursor and none is selected.');
    return finding;
  };
  const groupBy = (grouping: Grouping) => (): void => {
    state.grouping = grouping;
  };
  const goTo = async (direction: 'next' | 'previous'): Promise<void> => {
    const finding = neighbour(view.visible(), cursorPlace(), direction);
    if (finding) await openPlace(finding);
    else window.setStatusBarMessage('MLSecOps: no findings to go to', 4000);
  };
  return {
    groupFindingsByStage: groupBy('stage'),
    groupFindingsByRisk: groupBy('risk'),
    groupFindingsBySeverity: groupBy('severity'),
    groupFindingsByFile: groupBy('file'),
    groupFindingsByRule: groupBy('rule'),
    filterFindings: async () => {
      const filter = await window.showInputBox({
        title: 'Filter Findings',
        prompt: 'Words that must occur in message, rule, path, severity, stage or risk',
        value: state.filter,
      });
      if (filter !== undefined) state.filter = filter;
    },
    clearFilter: () => {
      state.filter = '';
    },
    openFinding: (argument) => openPlace(chosen(argument)),
    revealFinding: (argument) => view.reveal(chosen(argument)),
    explainFinding: (argument) => {
      const { ruleId, stages, risks } = chosen(argument);
      const [stage] = stages;
      const [risk] = risks;
      return panel.open({ rule: ruleId, ...(stage ? { stage } : {}), ...(risk ? { risk } : {}) });
    },
    copyFinding: async (argument) => {
      await env.clipboard.writeText(clipboardText(chosen(argument), context()));
    },
    nextFinding: () => goTo('next'),
    previousFinding: () => goTo('previous'),
  };
}
