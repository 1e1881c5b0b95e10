import type { ApiKind } from '../../catalog/schema/api';
import type { FileSummary, SummaryFact } from './file-summary';
import type { ImportedFact, ImportedKnowledge } from './imported-knowledge';
import { NeededNames } from './needed-names';

/** More than this is not told to one file. */
const MAX_FACTS = 300;
const MAX_NAMES = 300;

/** Sinks that so many functions lead to that who calls such a function is only looked at where it matters. */
export const COMMON_SINKS: ReadonlySet<string> = new Set(['path', 'log', 'url', 'dispatch']);

const SOURCES: ReadonlySet<ApiKind> = new Set(['llm-call', 'untrusted-input']);

/** What is gathered for one file of those that it imports. */
export class Gathering {
  readonly needed: NeededNames;
  private readonly values = new Map<string, string | number | boolean | null>();
  private readonly facts: ImportedFact[] = [];
  private readonly aliases = new Map<string, readonly string[]>();
  private readonly entered = new Set<string>();

  constructor(
    private readonly summary: FileSummary,
    private readonly leadsToApi: (name: string) => boolean,
  ) {
    this.needed = new NeededNames(summary);
  }

  /** False when that was gone through already: modules import each other in circles. */
  enter(key: string): boolean {
    if (this.entered.has(key)) return false;
    this.entered.add(key);
    return true;
  }

  fact({ api, steps }: SummaryFact, call: string): void {
    // The name is what was left out of it.
    if (this.facts.length < MAX_FACTS) this.facts.push({ api: { ...api, call }, steps });
  }

  alias(name: string, targets: readonly string[]): void {
    if (this.aliases.size >= MAX_NAMES || !this.needed.leadBelow(name)) return;
    // Something of a library of which nothing is known is of no use.
    const uses = this.needed.below(name);
    if (targets.some((target) => uses.some((use) => this.leadsToApi(target + use))))
      this.aliases.set(name, targets);
  }

  value(name: string, value: string | number | boolean | null): void {
    if (this.needed.values.has(name)) this.values.set(name, value);
  }

  /** Whether the file may have values that a model or an outsider chose, its own or those of functions that it calls. */
  get hasSource(): boolean {
    const { called, followed } = this.needed;
    return (
      this.summary.hasSource ||
      this.facts.some(({ api }) => SOURCES.has(api.is) && (called.has(api.call) || followed.has(api.call)))
    );
  }

  /**
   * What of it matters to the file: what it calls, and what flows to where a value matters.
   *
   * @param isReached whether values that a model or an outsider chose may come to the functions of the file
   */
  knowledge(isReached: boolean): ImportedKnowledge {
    const { called, followed } = this.needed;
    const { hasSource } = this;
    const hasSink =
      this.summary.hasSink ||
      this.facts.some(({ api }) => api.is === 'execution-sink' && called.has(api.call));
    return {
      facts: this.facts.filter(({ api }) => {
        if (SOURCES.has(api.is)) return followed.has(api.call) || (hasSink && called.has(api.call));
        // Where nothing comes in from outside, nothing reaches a sink.
        if (api.is === 'pass-through' || api.is === 'sanitizer')
          return followed.has(api.call) && (hasSource || isReached);
        if (!called.has(api.call)) return false;
        if (api.is !== 'execution-sink') return true;
        return hasSource || (isReached && !COMMON_SINKS.has(api.sink));
      }),
      aliases: [...this.aliases],
      values: [...this.values],
    };
  }
}

/** Whether the rules may find something in a file because of what it now knows, or only those who call its functions. */
export function concernsRules({ facts, aliases, values }: ImportedKnowledge, hasSource: boolean): boolean {
  return (
    hasSource ||
    aliases.length + values.length > 0 ||
    facts.some(({ api }) => !['execution-sink', 'pass-through', 'sanitizer'].includes(api.is))
  );
}
