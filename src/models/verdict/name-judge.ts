import type { GlobalIndex } from './global-index';
import { judgeName } from './judge-name';
import type { NameVerdict } from './name-verdict';

const KEPT = 20_000;

/** {@link judgeName} with a memory: a checkpoint imports the same few names thousands of times. */
export class NameJudge {
  readonly #known = new Map<string, Map<string, NameVerdict>>();
  #count = 0;

  constructor(private readonly index: GlobalIndex) {}

  judge(module: string, name: string): NameVerdict {
    const known = this.#known.get(module)?.get(name);
    if (known) return known;
    const verdict = judgeName(this.index, module, name);
    if (this.#count++ < KEPT) {
      const names = this.#known.get(module) ?? new Map<string, NameVerdict>();
      this.#known.set(module, names.set(name, verdict));
    }
    return verdict;
  }
}
