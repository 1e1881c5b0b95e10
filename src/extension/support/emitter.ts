export interface Disposable {
  dispose(): void;
}

/** Calls a listener at each change until what it returns is disposed. */
export type Listen<T> = (listener: (value: T) => void) => Disposable;

/** The smallest event source: for modules that must run without the `vscode` module. */
export class Emitter<T> implements Disposable {
  private readonly listeners = new Set<(value: T) => void>();

  readonly event: Listen<T> = (listener) => {
    // A wrapper of its own, so that one function can listen twice.
    const entry = (value: T): void => listener(value);
    this.listeners.add(entry);
    return { dispose: () => this.listeners.delete(entry) };
  };

  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }

  dispose(): void {
    this.listeners.clear();
  }
}
