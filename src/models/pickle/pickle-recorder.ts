import type { Finding } from '../verdict/finding';
import { Findings } from '../verdict/findings';
import type { NameVerdict } from '../verdict/name-verdict';
import { OPCODE_NAMES } from './opcodes';
import type { ImportedName, PickleCall } from './pickle-report';

const MAX_CALLS = 500;
const MAX_IMPORTS = 5000;

/** Keeps what a machine sees. */
export class PickleRecorder {
  readonly findings = new Findings();
  readonly calls: PickleCall[] = [];
  readonly #imports = new Map<string, ImportedName>();

  constructor(private readonly where: string) {}

  imported(module: string, name: string, verdict: NameVerdict, offset: number): void {
    const key = `${module}\n${name}`;
    const known = this.#imports.get(key);
    if (known) known.count++;
    else if (this.#imports.size < MAX_IMPORTS) {
      this.#imports.set(key, { module, name, verdict, offset, count: 1, calls: 0 });
    }
  }

  countCall(module: string, name: string): void {
    const known = this.#imports.get(`${module}\n${name}`);
    if (known) known.calls++;
  }

  /** @param code made only for those that are kept */
  called(verdict: NameVerdict['verdict'], offset: number, opcode: number, code: () => string): void {
    if (verdict === 'safe' || this.calls.length >= MAX_CALLS) return;
    this.calls.push({ offset, opcode: OPCODE_NAMES[opcode] ?? '', code: code(), verdict });
  }

  find(finding: Omit<Finding, 'count' | 'where' | 'opcode'> & { readonly opcode?: number }): void {
    const { opcode, ...rest } = finding;
    const name = opcode === undefined ? undefined : OPCODE_NAMES[opcode];
    this.findings.add({ ...rest, where: this.where, ...(name === undefined ? {} : { opcode: name }) });
  }

  /** Takes over what another one has kept. */
  absorb(other: PickleRecorder, suffix = ''): void {
    for (const { count, ...finding } of other.findings.list()) {
      this.findings.add({ ...finding, message: finding.message + suffix }, count);
    }
    this.calls.push(...other.calls.slice(0, MAX_CALLS - this.calls.length));
    for (const each of other.imports) {
      const key = `${each.module}\n${each.name}`;
      const known = this.#imports.get(key);
      if (!known) this.#imports.set(key, each);
      else {
        known.count += each.count;
        known.calls += each.calls;
      }
    }
  }

  get imports(): readonly ImportedName[] {
    return [...this.#imports.values()];
  }
}
