import type { FileSummary } from './file-summary';
import { startsBelow } from './imported-name';

/** The names of other modules that a file has a use for. */
export class NeededNames {
  /** What is called, or read of something that is. */
  readonly called: ReadonlySet<string>;
  /** Functions that a followed value came to. */
  readonly followed: ReadonlySet<string>;
  readonly values: ReadonlySet<string>;
  private readonly beginnings = new Set<string>();

  constructor({ called, asked, askedValues }: FileSummary) {
    this.called = new Set(called);
    this.followed = new Set(asked);
    this.values = new Set(askedValues);
    for (const name of [...called, ...asked, ...askedValues]) this.add(name);
  }

  /** Whether one of the names is this, or something of it. */
  leadBelow(name: string): boolean {
    return this.beginnings.has(name);
  }

  /** What of something is needed: `.responses.create` of `app.client`. */
  below(name: string): readonly string[] {
    const all = [...this.called, ...this.followed, ...this.values];
    return all.flatMap((one) => (one === name || startsBelow(one, name) ? [one.slice(name.length)] : []));
  }

  private add(name: string): void {
    const dots = /^\.*/u.exec(name)?.[0] ?? '';
    if (dots !== '') this.beginnings.add(dots);
    for (let at = dots.length; at < name.length; at++) {
      if (name[at] === '.' || name[at] === '(') this.beginnings.add(name.slice(0, at));
      if (name[at] === ')') this.beginnings.add(name.slice(0, at + 1));
    }
    this.beginnings.add(name);
  }
}
