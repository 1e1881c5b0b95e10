import type { Uri } from 'vscode';
import type { Verdict } from '../../models/verdict/finding';
import { Emitter } from '../support/emitter';

const KEPT = 10_000;

/** What was found in files that were inspected in this window; nothing is inspected for it. */
export class ModelVerdicts {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #changed = new Emitter<readonly Uri[]>();
  readonly onDidChange = this.#changed.event;

  get(uri: Uri): Verdict | undefined {
    return this.#verdicts.get(uri.toString());
  }

  set(uri: Uri, verdict: Verdict): void {
    const key = uri.toString();
    this.#verdicts.delete(key);
    this.#verdicts.set(key, verdict);
    const [oldest] = this.#verdicts.keys();
    if (this.#verdicts.size > KEPT && oldest !== undefined) this.#verdicts.delete(oldest);
    this.#changed.fire([uri]);
  }

  /** The file has changed: what it was says nothing of it. */
  forget(uri: Uri): void {
    if (this.#verdicts.delete(uri.toString())) this.#changed.fire([uri]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
