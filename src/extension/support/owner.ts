import type { Disposable } from './emitter';

/** Owns what it is given and disposes it, last first. */
export class Owner implements Disposable {
  private readonly owned: Disposable[] = [];

  own<T extends Disposable>(resource: T): T {
    this.owned.push(resource);
    return resource;
  }

  dispose(): void {
    while (this.owned.length > 0) this.owned.pop()?.dispose();
  }
}
