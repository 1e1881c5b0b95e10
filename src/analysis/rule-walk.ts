import type { CoreCatalog } from '../catalog/core';
import type { Api, ApiKind } from '../catalog/schema/api';
import { NO_CONTENT } from '../source/content/document-content';
import type { Call } from '../source/expression';
import type { SourceLanguage } from '../source/model';
import type { Section } from '../source/section';
import type { ActiveRule } from './active-rules';
import type { AnalysisInput } from './analysis-input';
import type { AnalysisMemory, SectionFindings } from './analysis-memory';
import type { ApiIndex } from './api-index';
import type { AnalysisProblem } from './document-analysis';
import type { Finding } from './finding';
import { AssignedApis } from './assigned-apis';
import { contentWays, looksAtContent } from './content-walk';
import { ImportedKinds } from './imported-kinds';
import { keepFinding, placeFinding } from './kept-finding';
import { plainKind } from './needed-kinds';
import type { NeededKind, RuleContext, RuleListeners } from './rule';
import { RuleRun } from './rule-run';
import { SleepingRules } from './triggers/sleeping-rules';
import { SOURCE_KINDS } from './triggers/source-sets';
import { isProgramLanguage } from '../source/program-language';
type ApiListener = (call: Call, api: Api, context: RuleContext) => void;
type Listening<K extends keyof RuleListeners> = readonly {
  readonly active: ActiveRule;
  readonly listener: NonNullable<RuleListeners[K]>;
}[];

/** One way through a section. All sections are gone through in one way before the next. */
type Way = (section: Section, run: RuleRun) => void;

interface WalkResult {
  /** In the order of the rules' reports, each once. */
  readonly findings: readonly Finding[];
  /** Rules that failed. */
  readonly problems: readonly AnalysisProblem[];
}

/**
 * The one walk over a document. Rules are dispatched by what a call resolves to, so the cost grows with what is in the
 * file and not with the number of rules.
 *
 * With a memory, only those sections are gone through that changed since the walk before, or that rest on something that
 * did; the order of the ways, and of the sections in each, is the same as in a walk over all of it.
 */
export class RuleWalk {
  private readonly onApi = new Map<
    ApiKind,
    { readonly active: ActiveRule; readonly listener: ApiListener }[]
  >();
  private readonly onOutput: Listening<'output'>;
  private readonly onDocument: Listening<'document'>;
  private readonly onText: Listening<'text'>;
  private readonly kinds: ImportedKinds;
  private readonly assigned: AssignedApis;
  private readonly ways: readonly Way[];
  private readonly contentWays: readonly ((run: RuleRun) => void)[];
  private sleepers: SleepingRules | undefined;

  constructor(
    private readonly active: readonly ActiveRule[],
    readonly apis: ApiIndex,
    private readonly catalog: CoreCatalog,
  ) {
    for (const one of active) {
      for (const [kind, listener] of Object.entries(one.rule.on.api ?? {})) {
        const list = this.onApi.get(kind as ApiKind) ?? [];
        // The map is keyed by the very kind the listener takes, which the type of a Map cannot say.
        list.push({ active: one, listener: listener as ApiListener });
        this.onApi.set(kind as ApiKind, list);
      }
    }
    this.kinds = new ImportedKinds(apis.all);
    this.assigned = new AssignedApis(apis);
    this.onOutput = this.listening('output');
    this.onDocument = this.listening('document');
    this.onText = this.listening('text');
    this.contentWays = contentWays(active);
    this.ways = [
      (section, run) => this.byApi(section, run),
      (section, run) => this.byAssignedApi(section, run),
      ...this.listening('assignment').map(({ active: rule, listener }): Way => {
        return ({ assignments }, run) =>
          run.call(rule, (context) => assignments?.forEach((one) => listener(one, context)));
      }),
      ...this.listening('function').map(({ active: rule, listener }): Way => {
        return ({ functions }, run) =>
          run.call(rule, (context) => functions?.forEach((one) => listener(one, context)));
      }),
      ...this.listening('string').map(({ active: rule, listener }): Way => {
        return ({ strings }, run) =>
          run.call(rule, (context) => strings.forEach((literal) => listener(literal, context)));
      }),
      ...this.listening('call').map(({ active: rule, listener }): Way => {
        return ({ calls }, run) =>
          run.call(rule, (context) => calls.forEach((call) => listener(call, context)));
      }),
    ];
  }

  run(input: AnalysisInput, memory?: AnalysisMemory): WalkResult {
    const idle = this.idleRules(input);
    // A rule that looks at a document as a whole gives nothing that could be kept.
    // Documents without a program have no sections.
    if (memory && this.onDocument.length === 0 && isProgramLanguage(input.model.language)) {
      const names = [...idle].map(({ rule }) => rule.id).join();
      const { path, packages, imported } = input;
      const circumstances = { walk: this, path, packages, imported, idle: names };
      return this.runKeeping(input, idle, memory.under(circumstances));
    }
    const run = this.start(input, idle);
    // Every call is resolved before any rule asks further: what rests on a circle depends on the order.
    if (run.heard.size > 0) for (const call of input.model.calls) resolve(call);
    for (const way of this.ways) way(input.model, run);
    return this.end(input, run);
  }

  /** The same, but for sections that hold, of which the findings are known. */
  private runKeeping(
    input: AnalysisInput,
    idle: ReadonlySet<ActiveRule>,
    memory: SectionFindings,
  ): WalkResult {
    const tracked = input.model.track(memory);
    if (!tracked) return this.runKeeping({ ...input, model: input.model.again() }, idle, memory);
    const run = this.start(input, idle);
    let isComplete = true;
    for (const [part, way] of this.ways.entries()) {
      for (const section of tracked.sections) {
        if (section.isKept) {
          const kept = memory.get(section.key, part);
          for (const one of kept ?? []) run.add(placeFinding(one, tracked));
          isComplete &&= kept !== undefined;
          continue;
        }
        const reported = run.reportedIn(() => tracked.lookAt(section, () => way(section, run)));
        const kept = reported.map((finding) => keepFinding(finding, section, tracked));
        if (kept.includes(undefined)) tracked.forgo(section);
        memory.set(
          section.key,
          part,
          kept.filter((one) => one !== undefined),
        );
      }
    }
    if (tracked.finish(isComplete && !run.hasFailed)) return this.end(input, run);
    return this.runKeeping({ ...input, model: input.model.again() }, idle, memory);
  }

  private start(input: AnalysisInput, idle: ReadonlySet<ActiveRule>): RuleRun {
    return new RuleRun(input, input.imported?.apis ?? this.apis, this.catalog, idle, this.heard(idle));
  }

  /** The kinds of API that a rule listens to which is not idle. */
  private heard(idle: ReadonlySet<ActiveRule>): ReadonlySet<ApiKind> {
    const heard = [...this.onApi].filter(([, listening]) =>
      listening.some(({ active }) => !idle.has(active)),
    );
    return new Set(heard.map(([kind]) => kind));
  }

  private end({ outputs }: AnalysisInput, run: RuleRun): WalkResult {
    for (const { active, listener } of this.onOutput) {
      run.call(active, (context) => outputs?.forEach((output) => listener(output, context)));
    }
    for (const { active, listener } of this.onDocument) run.call(active, listener);
    for (const { active, listener } of this.onText) {
      run.call(active, (context) => listener(run.model.text, context));
    }
    for (const way of this.contentWays) way(run);
    return { findings: run.found(), problems: run.problems };
  }

  private byAssignedApi({ assignments }: Section, run: RuleRun): void {
    const listening = this.onApi.get('risky-call');
    if (!listening || !run.heard.has('risky-call') || this.assigned.isEmpty) return;
    for (const one of assignments ?? []) {
      for (const [value, api] of this.assigned.of(one, run.model)) {
        for (const { active, listener } of listening) {
          run.call(active, (context) => listener(value, api, context));
        }
      }
    }
  }

  private byApi({ calls }: Section, run: RuleRun): void {
    if (run.heard.size === 0) return;
    for (const one of calls) {
      for (const api of run.apis.ofCall(one)) {
        if (!run.heard.has(api.is) || (api.is === 'risky-call' && api.assigned)) continue;
        // What a function of the workspace returns is a source; it is asked for where it is used.
        if (api.is === 'llm-call' && run.isImported(api)) continue;
        for (const { active, listener } of this.onApi.get(api.is) ?? []) {
          run.callFor(api, active, (context) => listener(one, api, context));
        }
      }
    }
  }

  /** Rules that cannot find anything in a document: it imports no API that they need, or holds none of their words. */
  private idleRules({
    model,
    imported,
    content = NO_CONTENT,
    outputs = [],
  }: AnalysisInput): ReadonlySet<ActiveRule> {
    const mayUseLibrary = this.kinds.of(model, imported?.libraries);
    const mayUseOther = (kinds: readonly NeededKind[]): boolean =>
      kinds.some((kind) => imported?.has(plainKind(kind)));
    const mayUse = (kinds: readonly NeededKind[]): boolean => mayUseLibrary(kinds) || mayUseOther(kinds);
    // What another module of the workspace hands on, goes by names of its own.
    const mayUseUnseen = imported?.namesLibraries ? mayUse : mayUseOther;
    // Words of a notebook may also stand in its commands and its outputs.
    const isAllText = isProgramLanguage(model.language) && content === NO_CONTENT && outputs.length === 0;
    const asleep = isAllText ? this.sleeping(model.language).in(model.text) : undefined;
    const idle = this.active.filter(({ rule }) => {
      const { needs, triggers, on, wantsSource } = rule;
      // A source of another module has none of the words that would wake the rule.
      if (asleep?.has(rule))
        return !needs || !(mayUseUnseen(needs) || (wantsSource && mayUseOther(SOURCE_KINDS)));
      return needs && !triggers && !looksAtContent(on) && !mayUse(needs);
    });
    return new Set(idle);
  }

  /** Which rules the words of programs in the language wake. */
  sleeping(language: SourceLanguage): SleepingRules {
    this.sleepers ??= new SleepingRules(
      this.active.map(({ rule }) => rule),
      this.apis.all,
      this.catalog,
      language,
    );
    return this.sleepers;
  }

  private listening<K extends 'assignment' | 'function' | 'text' | 'string' | 'call' | 'output' | 'document'>(
    key: K,
  ): Listening<K> {
    return this.active.flatMap((active) => {
      const listener = active.rule.on[key];
      return listener ? [{ active, listener: listener }] : [];
    });
  }
}

function resolve(call: Call): readonly string[] {
  return call.names;
}
