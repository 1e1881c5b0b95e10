import { worseOf, type Finding, type Verdict } from './finding';

const MAX_FINDINGS = 1000;

/** What was found in one file. The same thing found again is counted. */
export class Findings {
  readonly #found = new Map<string, Finding>();
  #verdict: Verdict = 'safe';
  #more = 0;

  add(finding: Omit<Finding, 'count'>, count = 1): void {
    this.#verdict = worseOf(this.#verdict, finding.verdict);
    const key = `${finding.rule}\n${finding.where}\n${finding.message}\n${finding.code ?? ''}`;
    const known = this.#found.get(key);
    if (known) known.count += count;
    else if (this.#found.size < MAX_FINDINGS) this.#found.set(key, { ...finding, count });
    else this.#more++;
  }

  addAll(findings: Iterable<Finding>): void {
    for (const { count, ...finding } of findings) this.add(finding, count);
  }

  get verdict(): Verdict {
    return this.#verdict;
  }

  /** Findings that were counted, but not kept. */
  get more(): number {
    return this.#more;
  }

  /** The worst first, then in the order of the file. */
  list(): Finding[] {
    return [...this.#found.values()].sort(
      (a, b) =>
        Number(worseOf(a.verdict, b.verdict) !== a.verdict) -
        Number(worseOf(a.verdict, b.verdict) !== b.verdict),
    );
  }
}
