import type { Memento } from 'vscode';
import { Emitter, type Disposable } from '../support/emitter';
import { PART_GROUPINGS, type PartGrouping } from './part-groups';
import type { PartFilter } from './part-filter';

const GROUPING_KEY = 'supplyChain.grouping';

/** How the AI supply chain view is arranged. The grouping is kept with the workspace; a filter is for now. */
export class SupplyChainState implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private currentGrouping: PartGrouping;
  private currentFilters: readonly PartFilter[] = [];

  constructor(private readonly memory: Memento) {
    const kept: unknown = memory.get(GROUPING_KEY);
    this.currentGrouping = PART_GROUPINGS.find((grouping) => grouping === kept) ?? 'kind';
  }

  get grouping(): PartGrouping {
    return this.currentGrouping;
  }

  set grouping(grouping: PartGrouping) {
    this.currentGrouping = grouping;
    void this.memory.update(GROUPING_KEY, grouping);
    this.changed.fire();
  }

  get filters(): readonly PartFilter[] {
    return this.currentFilters;
  }

  set filters(filters: readonly PartFilter[]) {
    this.currentFilters = filters;
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }
}
