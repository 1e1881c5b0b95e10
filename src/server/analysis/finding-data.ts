import type { Finding, Fix } from '../../analysis/finding';
import type { DiagnosticData, WireFinding, WireFix } from '../../protocol/finding';
import { wireEdits, type WireLocator } from './wire-locator';

/**
 * What a diagnostic carries. The edits of its fixes are made when a code action asks for them: at every key press they would
 * be half of what is worked out and sent for a finding. They are a getter, so they stay on this side of the wire.
 */
export class FindingData implements DiagnosticData {
  readonly findingId: string;
  readonly ruleId: string;
  readonly stage: string;
  readonly risk: string;
  // Not `private`: a message to a web page may hold nothing that cannot be cloned, such as a function.
  readonly #finding: Finding;
  readonly #suppression: () => Fix | undefined;
  readonly #locator: WireLocator;

  /** @param suppression the edit that hides the finding, where a comment can. */
  constructor(
    { id, stages, risks }: WireFinding,
    finding: Finding,
    suppression: () => Fix | undefined,
    locator: WireLocator,
  ) {
    this.findingId = id;
    this.ruleId = finding.ruleId;
    this.stage = stages[0] ?? '';
    this.risk = risks[0] ?? '';
    this.#finding = finding;
    this.#suppression = suppression;
    this.#locator = locator;
  }

  /** Best first, the edit that hides the finding last. Right as long as the document is the one that was analysed. */
  get fixes(): readonly WireFix[] {
    const fixes = this.#finding.fixes.map((fix) => this.#wired('fix', fix));
    const suppression = this.#suppression();
    return suppression ? [...fixes, this.#wired('suppress', suppression)] : fixes;
  }

  #wired(kind: WireFix['kind'], { title, safe, edits }: Fix): WireFix {
    return { title, kind, safe, changes: wireEdits(edits, this.#locator) };
  }
}
