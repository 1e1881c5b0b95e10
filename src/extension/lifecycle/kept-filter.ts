import type { Memento } from 'vscode';
import { CONTEXT_KEYS } from '../names/context-keys';
import { Emitter, type Disposable } from '../support/emitter';
import { setContext } from '../support/set-context';
import type { LifecycleFilter } from './lifecycle-filter';

const FILTER_KEY = 'lifecycle.filter';

/** What the Lifecycle view is narrowed to; kept with the workspace. */
export class KeptLifecycleFilter implements Disposable {
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly memory: Memento) {
    this.tell();
  }

  get current(): LifecycleFilter | undefined {
    const [kind, id] = String(this.memory.get(FILTER_KEY) ?? '').split('/');
    return id !== undefined && (kind === 'roles' || kind === 'frameworks') ? { kind, id } : undefined;
  }

  set current(filter: LifecycleFilter | undefined) {
    void this.memory.update(FILTER_KEY, filter && `${filter.kind}/${filter.id}`);
    this.tell();
    this.changed.fire();
  }

  dispose(): void {
    this.changed.dispose();
  }

  private tell(): void {
    setContext(CONTEXT_KEYS.lifecycleFiltered, this.current !== undefined);
  }
}
