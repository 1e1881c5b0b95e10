import type { CoreCatalog } from '../catalog/core';
import type { Api } from '../catalog/schema/api';
import { NO_CONTENT } from '../source/content/document-content';
import type { SourceLanguage } from '../source/model';
import { isProgramLanguage } from '../source/program-language';
import { activeRules, type ActiveRule } from './active-rules';
import type { AnalysisInput } from './analysis-input';
import type { AnalysisMemory } from './analysis-memory';
import { ApiIndex } from './api-index';
import type { Configuration } from './configuration/configuration';
import type { AnalysisProblem, DocumentAnalysis } from './document-analysis';
import { DocumentStages } from './document-stages';
import type { Finding } from './finding';
import type { Rule } from './rule';
import { ruleLookup } from './rule-lookup';
import { isScript } from './rule-support/language';
import { RuleWalk } from './rule-walk';
import { isSideCode, type SideCodeMode } from './side-code';
import { applySuppressions, type IdleSuppression } from './suppression/apply-suppressions';
import { idleFinding, UNUSED_SUPPRESSION } from './suppression/idle-finding';
import { EMPTY_SUMMARY, type FileSummary } from './summaries/file-summary';
import { COMMON_SINKS } from './summaries/gathering';
import { Imported } from './summaries/imported';
import type { ImportedKnowledge } from './summaries/imported-knowledge';
import { libraryNames } from './summaries/library-names';
import { OwnModules } from './summaries/own-modules';
import { outline, summarize } from './summaries/summarize';
import type { SummaryContext } from './summaries/summary-context';
import { SummarySteps } from './summaries/summary-steps';
import { sourceSets } from './triggers/source-sets';
import { apiTriggers, triggerSets, type TriggerSet } from './triggers/trigger-sets';

/** Runs the rules of one configuration over documents. Cheap to make again when the configuration changes. */
export class Engine {
  private readonly apis: readonly Api[];
  private readonly active: readonly ActiveRule[];
  private readonly programPaths: readonly RegExp[];
  private readonly walks = new Map<SourceLanguage, RuleWalk>();
  private readonly modules = new Map<SourceLanguage, OwnModules>();
  private readonly stages: DocumentStages;
  /** The rule for an id or a former id. */
  readonly ruleOf: (id: string) => Rule | undefined;
  /** Whether the API knowledge speaks of something with a name or below it. */
  readonly leadsToApi: (name: string) => boolean;

  constructor(
    readonly catalog: CoreCatalog,
    readonly rules: readonly Rule[],
    readonly configuration: Configuration,
  ) {
    this.apis = [...configuration.apis, ...catalog.apis];
    this.active = activeRules(rules, configuration);
    this.programPaths = this.active.flatMap(({ rule }) => rule.programPaths ?? []);
    this.stages = new DocumentStages(catalog);
    this.ruleOf = ruleLookup(rules);
    this.leadsToApi = libraryNames(() => this.apis);
  }

  /** Sets of words of which a text in a language must hold at least one set whole; see {@link triggerSets}. */
  triggerSets(language: SourceLanguage): readonly TriggerSet[] {
    const rules = this.rulesFor(language).map(({ rule }) => rule);
    return triggerSets(rules, this.apisFor(language), this.catalog, language);
  }

  /** Sets of words one of which stands for {@link SOURCE} in those of {@link triggerSets}. */
  sourceSets(language: SourceLanguage): readonly TriggerSet[] {
    return isProgramLanguage(language) ? sourceSets(this.apisFor(language)) : [];
  }

  /** Whether the bytes of a program hold a set of words whole: the same as a search for {@link triggerSets}. */
  holdsTriggers(language: SourceLanguage, bytes: Uint8Array): boolean {
    return this.walkFor(language).sleeping(language).isAnyAwake(bytes);
  }

  /** The same for functions that lead to a sink: a text without any of these has none. */
  sinkWords(language: SourceLanguage): readonly TriggerSet[] {
    return this.apisFor(language).flatMap((api) =>
      api.is === 'execution-sink' && !COMMON_SINKS.has(api.sink) ? apiTriggers(api) : [],
    );
  }

  /**
   * Analyses one document. Never throws: a rule that fails is told as a problem and the others go on.
   *
   * @param memory what is known of the document's version before; the result is the same without it.
   */
  analyze(input: AnalysisInput, memory?: AnalysisMemory): DocumentAnalysis {
    const walked = this.walkFor(input.model.language).run(input, memory);
    const sideCode = isSideCode(input.path) ? this.sideCodeMode : 'full';
    const problems: AnalysisProblem[] = [...input.model.problems, ...walked.problems];
    const { shown, hidden, idle } = applySuppressions(
      weighed(walked.findings, sideCode),
      input.model,
      (id) => this.ruleOf(id)?.id,
      (id) => this.active.some(({ rule }) => rule.id === id),
    );
    const findings = [...shown, ...this.unused(idle, input.model.text)].sort(
      (a, b) => a.range.start - b.range.start || a.ruleId.localeCompare(b.ruleId),
    );
    return {
      findings,
      suppressed: hidden,
      problems,
      stages: this.stages.of(input.path, input.model, findings, this.ruleOf),
    };
  }

  /** What is known of the modules that a document imports, in the form in which it is analysed with. */
  imported(knowledge: ImportedKnowledge, language: SourceLanguage): Imported {
    return new Imported(knowledge, this.walkFor(language).apis, this.modulesFor(language));
  }

  /**
   * What a document offers to those that import it. Never throws.
   *
   * @param asked functions of it of which others want to know whether they hand their arguments on
   */
  summarize(
    input: AnalysisInput & { readonly imported: Imported },
    asked?: ReadonlySet<string>,
  ): FileSummary {
    return this.summary(input, (context, modules) => summarize(context, modules, asked));
  }

  /** What a document that nobody can import asks of others. Never throws. */
  askedBy(input: AnalysisInput & { readonly imported: Imported }): FileSummary {
    return this.summary(input, outline);
  }

  private summary(
    input: AnalysisInput & { readonly imported: Imported },
    make: (context: SummaryContext, modules: OwnModules) => FileSummary,
  ): FileSummary {
    const { model, path, packages, imported } = input;
    const context: SummaryContext = {
      ...input,
      content: input.content ?? NO_CONTENT,
      role: input.role,
      apis: imported.apis,
      catalog: this.catalog,
      steps: new SummarySteps(path, model.text),
      packages,
      report: () => undefined,
    };
    try {
      return make(context, this.modulesFor(model.language));
    } catch {
      // Others then know as much of this file as of one that cannot be read.
      return EMPTY_SUMMARY;
    }
  }

  /** The same, by what a call resolves to. */
  apiIndex(language: SourceLanguage): ApiIndex {
    return this.walkFor(language).apis;
  }

  private modulesFor(language: SourceLanguage): OwnModules {
    const known = this.modules.get(language) ?? new OwnModules(this.apisFor(language), language);
    this.modules.set(language, known);
    return known;
  }

  /** Whether a rule wants to look at a program at this path whatever it holds. */
  wantsPath(path: string): boolean {
    return this.programPaths.some((pattern) => pattern.test(path));
  }

  private walkFor(language: SourceLanguage): RuleWalk {
    const known = this.walks.get(language);
    if (known) return known;
    const apis = new ApiIndex(this.apisFor(language));
    const walk = new RuleWalk(this.rulesFor(language), apis, this.catalog);
    this.walks.set(language, walk);
    return walk;
  }

  private rulesFor(language: SourceLanguage): readonly ActiveRule[] {
    return this.active.filter(({ rule }) => rule.languages.includes(language));
  }

  /** The API knowledge for a language, those of the configuration first. */
  apisFor(language: SourceLanguage): readonly Api[] {
    const wanted = isScript({ language }) ? 'javascript' : 'python';
    return this.apis.filter((api) => (api.language ?? 'python') === wanted);
  }

  private get sideCodeMode(): SideCodeMode {
    const { testCode, preset } = this.configuration;
    return testCode ?? (preset === 'recommended' ? 'information' : 'full');
  }

  private unused(idle: readonly IdleSuppression[], text: string): readonly Finding[] {
    const active = this.active.find(({ rule }) => rule.id === UNUSED_SUPPRESSION);
    return active ? idle.map((one) => idleFinding(one, active.severity, text)) : [];
  }
}

function weighed(findings: readonly Finding[], mode: SideCodeMode): readonly Finding[] {
  if (mode === 'full') return findings;
  return mode === 'hidden' ? [] : findings.map((finding) => ({ ...finding, severity: 'info' }));
}
