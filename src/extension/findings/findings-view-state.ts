import type { Memento } from 'vscode';
import { Emitter, type Disposable } from '../support/emitter';
import { GROUPINGS, type Grouping } from './grouping';

const GROUPING_KEY = 'findings.grouping';

/** How the Findings view is arranged. The grouping is kept with the workspace; a filter is for now. */
export class FindingsViewState implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private currentGrouping: Grouping;
  private currentFilter = '';

  constructor(private readonly memory: Memento) {
    const kept: unknown = memory.get(GROUPING_KEY);
    this.currentGrouping = GROUPINGS.find((grouping) => grouping === kept) ?? 'stage';
  }

  get grouping(): Grouping {
    return this.currentGrouping;
  }

  set grouping(grouping: Grouping) {
    this.currentGrouping = grouping;
    void this.memory.update(GROUPING_KEY, grouping);
    this.changed.fire();
  }

  get filter(): string {
    return this.currentFilter;
  }

  set filter(filter: string) {
    this.currentFilter = filter.trim();
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
