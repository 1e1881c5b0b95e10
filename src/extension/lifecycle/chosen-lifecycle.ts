import type { Memento } from 'vscode';
import type { Lifecycle } from '../../catalog/schema/lifecycle';
import type { PanelCatalog } from '../../protocol/panel-catalog';
import { Emitter, type Disposable } from '../support/emitter';
import { DEFAULT_LIFECYCLE } from './lifecycle-order';

const LIFECYCLE_KEY = 'lifecycle.shown';

/** Which lifecycle the views show; kept with the workspace. */
export class ChosenLifecycle implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: Memento) {}

  get id(): string {
    const kept: unknown = this.memory.get(LIFECYCLE_KEY);
    return typeof kept === 'string' ? kept : DEFAULT_LIFECYCLE;
  }

  set id(id: string) {
    if (id === this.id) return;
    void this.memory.update(LIFECYCLE_KEY, id);
    this.changed.fire();
  }

  /** The lifecycle itself; another one when the catalog no longer has the chosen one. */
  in(catalog: PanelCatalog | undefined): Lifecycle | undefined {
    return catalog?.lifecycles.find(({ id }) => id === this.id) ?? catalog?.lifecycles[0];
  }

  dispose(): void {
    this.changed.dispose();
  }
}
