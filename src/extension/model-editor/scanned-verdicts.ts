import type { Verdict } from '../../models/verdict/finding';
import type { WireFinding } from '../../protocol/finding';
import type { FindingsStore } from '../findings/findings-store';
import { coalesce } from '../support/coalesce';
import { Emitter, type Disposable } from '../support/emitter';
import { Owner } from '../support/owner';

/** A scan tells of thousands of files one by one. */
const PAUSE_MS = 300;

/** What the rules about model files say of a file, the worst first. */
const RULES: readonly (readonly [ruleId: string, verdict: Verdict])[] = [
  ['model-file-malicious', 'malicious'],
  ['model-file-unknown-code', 'suspicious'],
  ['model-file-suspicious', 'suspicious'],
  ['model-file-not-analysed', 'incomplete'],
];

/** What scans found in model files, which follows their findings: also those of files that changed since. */
export class ScannedVerdicts implements Disposable {
  readonly #owner = new Owner();
  readonly #changed = this.#owner.own(new Emitter<readonly string[]>());
  /** Told with the addresses of the files of which something else is known now. */
  readonly onDidChange = this.#changed.event;
  #known: ReadonlyMap<string, Verdict> = new Map();

  constructor(private readonly store: Pick<FindingsStore, 'all' | 'onDidChange'>) {
    const look = this.#owner.own(coalesce(() => this.#look(), PAUSE_MS));
    this.#owner.own(store.onDidChange(look));
  }

  /** Undefined for what is safe or was not scanned. */
  get(uri: string): Verdict | undefined {
    return this.#known.get(uri);
  }

  dispose(): void {
    this.#owner.dispose();
  }

  #look(): void {
    const before = this.#known;
    const known = verdictsIn(this.store.all());
    this.#known = known;
    const changed = [...new Set([...before.keys(), ...known.keys()])].filter(
      (uri) => before.get(uri) !== known.get(uri),
    );
    if (changed.length > 0) this.#changed.fire(changed);
  }
}

function verdictsIn(findings: readonly WireFinding[]): ReadonlyMap<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const [rule, verdict] of RULES) {
    for (const { ruleId, uri } of findings) {
      if (ruleId === rule && !verdicts.has(uri)) verdicts.set(uri, verdict);
    }
  }
  return verdicts;
}
