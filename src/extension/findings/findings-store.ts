import type { WireFinding } from '../../protocol/finding';
import { Emitter, type Disposable } from '../support/emitter';

/** Every finding the server has told of, by file. The one place views, panel and status read from. */
export class FindingsStore implements Disposable {
  private readonly byUri = new Map<string, readonly WireFinding[]>();
  private readonly changed = new Emitter<void>();
  readonly onDidChange = this.changed.event;
  private joined: readonly WireFinding[] | undefined;

  /** Replaces what is known of one file; an empty list forgets it. */
  replace(uri: string, findings: readonly WireFinding[]): void {
    if (findings.length === 0) {
      if (!this.byUri.delete(uri)) return;
    } else {
      this.byUri.set(uri, findings);
    }
    this.joined = undefined;
    this.changed.fire();
  }

  clear(): void {
    if (this.byUri.size === 0) return;
    this.byUri.clear();
    this.joined = undefined;
    this.changed.fire();
  }

  /** All findings, file after file in the order in which the files were first told. */
  all(): readonly WireFinding[] {
    return (this.joined ??= [...this.byUri.values()].flat());
  }

  ofFile(uri: string): readonly WireFinding[] {
    return this.byUri.get(uri) ?? [];
  }

  byId(id: string): WireFinding | undefined {
    return this.all().find((finding) => finding.id === id);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
