import type { CoreCatalog } from '../catalog/core';
import { NO_CONTENT, type DocumentContent } from '../source/content/document-content';
import type { SourceModel } from '../source/model';
import { effectiveSeverity, type ActiveRule } from './active-rules';
import type { AnalysisInput } from './analysis-input';
import type { Api, ApiKind } from '../catalog/schema/api';
import type { ApiIndex } from './api-index';
import type { AnalysisProblem } from './document-analysis';
import type { Finding } from './finding';
import type { Report, RuleContext } from './rule';
import { withStepsElsewhere } from './summaries/steps-elsewhere';

/** One run of the rules over one document: gathers what they report, each finding once; a failing rule becomes a problem. */
export class RuleRun {
  readonly problems: AnalysisProblem[] = [];
  private readonly findings = new Map<string, Finding>();
  private readonly failed = new Set<string>();
  private readonly contexts = new Map<ActiveRule, RuleContext>();
  private listening: ((finding: Finding) => void) | undefined;

  /** The knowledge on which a rule is checking something. */
  private inHand: Api | undefined;

  constructor(
    private readonly input: AnalysisInput,
    readonly apis: ApiIndex,
    private readonly catalog: CoreCatalog,
    private readonly idle: ReadonlySet<ActiveRule>,
    /** The kinds of API that any rule listens to in this run. */
    readonly heard: ReadonlySet<ApiKind>,
  ) {}

  get content(): DocumentContent {
    return this.input.content ?? NO_CONTENT;
  }

  get model(): SourceModel {
    return this.input.model;
  }

  /** Whether it is known of a function of the workspace, not of a library. */
  isImported(api: Api): boolean {
    return this.input.imported?.stepsOf(api) !== undefined;
  }

  /** In the order of the rules' reports. */
  found(): readonly Finding[] {
    return [...this.findings.values()];
  }

  get hasFailed(): boolean {
    return this.failed.size > 0;
  }

  /** Lets a rule check something, unless it is idle or has failed. */
  call(active: ActiveRule, check: (context: RuleContext) => void): void {
    if (this.idle.has(active) || this.failed.has(active.rule.id)) return;
    try {
      check(this.contextOf(active));
    } catch (error) {
      this.failed.add(active.rule.id);
      this.problems.push({
        kind: 'internal',
        message: `Rule ${active.rule.id} failed and was left out: ${error instanceof Error ? error.message : String(error)}`,
        range: { start: 0, end: 0 },
      });
    }
  }

  /** The same, because of what is known of a call. */
  callFor(api: Api, active: ActiveRule, check: (context: RuleContext) => void): void {
    this.inHand = api;
    this.call(active, check);
    this.inHand = undefined;
  }

  add(finding: Finding): void {
    const key = `${finding.ruleId}:${finding.range.start}:${finding.range.end}:${finding.output?.text.start ?? ''}`;
    if (!this.findings.has(key)) this.findings.set(key, finding);
  }

  /** Everything that is reported while `work` is done, also what was reported before. */
  reportedIn(work: () => void): readonly Finding[] {
    const reported: Finding[] = [];
    this.listening = (finding) => reported.push(finding);
    work();
    this.listening = undefined;
    return reported;
  }

  private contextOf(active: ActiveRule): RuleContext {
    let context = this.contexts.get(active);
    if (!context) this.contexts.set(active, (context = this.makeContext(active)));
    return context;
  }

  private makeContext(active: ActiveRule): RuleContext {
    const { model, path, packages, content = NO_CONTENT, role } = this.input;
    return {
      model,
      apis: this.apis,
      catalog: this.catalog,
      content,
      role,
      path,
      packages,
      report: (report) => {
        const { imported } = this.input;
        const own = toFinding(active, report);
        const finding = imported ? withStepsElsewhere(own, this.inHand, imported, model) : own;
        this.listening?.(finding);
        this.add(finding);
      },
    };
  }
}

function toFinding({ rule, severity }: ActiveRule, report: Report): Finding {
  const confidence = report.confidence ?? 'certain';
  return {
    ruleId: rule.id,
    message: report.message,
    severity: effectiveSeverity(milder(severity, rule.severity, report.severity), confidence),
    confidence,
    range: 'kind' in report.at ? report.at.range : report.at,
    subject: report.subject,
    path: report.path ?? [],
    fixes: report.fixes ?? [],
    ...(report.output ? { output: report.output } : {}),
  };
}

/** A case's own severity counts only while the project has not set another one for the rule. */
function milder(
  configured: ActiveRule['severity'],
  own: ActiveRule['severity'],
  ofCase: Report['severity'],
): ActiveRule['severity'] {
  return configured === own ? (ofCase ?? own) : configured;
}
