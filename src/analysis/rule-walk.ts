import type { CoreCatalog } from '../catalog/core';
import type { Api, ApiKind } from '../catalog/schema/api';
import type { Call } from '../source/expression';
import type { SourceModel } from '../source/model';
import { effectiveSeverity, type ActiveRule } from './active-rules';
import type { AnalysisInput } from './analysis-input';
import type { ApiIndex } from './api-index';
import type { AnalysisProblem } from './document-analysis';
import type { Finding } from './finding';
import { ImportedKinds } from './imported-kinds';
import type { Report, RuleContext, RuleListeners } from './rule';

type ApiListener = (call: Call, api: Api, context: RuleContext) => void;
type Listening<K extends keyof RuleListeners> = readonly {
  readonly active: ActiveRule;
  readonly listener: NonNullable<RuleListeners[K]>;
}[];

/**
 * The one walk over a document. Rules are dispatched by what a call resolves to, so the cost grows with what is in the
 * file and not with the number of rules.
 */
export class RuleWalk {
  private readonly onApi = new Map<
    ApiKind,
    { readonly active: ActiveRule; readonly listener: ApiListener }[]
  >();
  private readonly onString: Listening<'string'>;
  private readonly onOutput: Listening<'output'>;
  private readonly onDocument: Listening<'document'>;
  private readonly kinds: ImportedKinds;

  constructor(
    private readonly active: readonly ActiveRule[],
    private readonly apis: ApiIndex,
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
    this.onString = this.listening('string');
    this.onOutput = this.listening('output');
    this.onDocument = this.listening('document');
  }

  /** Findings in the order of the rules' reports, each once; a failing rule becomes a problem. */
  run(input: AnalysisInput, problems: AnalysisProblem[]): readonly Finding[] {
    const { model } = input;
    const findings = new Map<string, Finding>();
    const failed = new Set<string>();
    const idle = this.idleRules(model);

    const call = (active: ActiveRule, check: (context: RuleContext) => void): void => {
      if (idle.has(active) || failed.has(active.rule.id)) return;
      try {
        check(this.context(active, input, findings));
      } catch (error) {
        failed.add(active.rule.id);
        problems.push({
          kind: 'internal',
          message: `Rule ${active.rule.id} failed and was left out: ${error instanceof Error ? error.message : String(error)}`,
          range: { start: 0, end: 0 },
        });
      }
    };

    if (this.onApi.size > 0) {
      for (const one of model.calls) {
        for (const api of this.apis.ofCall(one)) {
          for (const { active, listener } of this.onApi.get(api.is) ?? []) {
            call(active, (context) => listener(one, api, context));
          }
        }
      }
    }
    for (const { active, listener } of this.onString) {
      call(active, (context) => model.strings.forEach((literal) => listener(literal, context)));
    }
    for (const { active, listener } of this.onOutput) {
      call(active, (context) => input.outputs?.forEach((output) => listener(output, context)));
    }
    for (const { active, listener } of this.onDocument) call(active, listener);
    return [...findings.values()];
  }

  /** Rules that cannot find anything in a document, because it imports no API that they need. */
  private idleRules(model: SourceModel): ReadonlySet<ActiveRule> {
    const mayUse = this.kinds.of(model);
    const idle = this.active.filter(({ rule: { needs, triggers } }) => needs && !triggers && !mayUse(needs));
    return new Set(idle);
  }

  private listening<K extends 'string' | 'output' | 'document'>(key: K): Listening<K> {
    return this.active.flatMap((active) => {
      const listener = active.rule.on[key];
      return listener ? [{ active, listener: listener }] : [];
    });
  }

  private context(active: ActiveRule, input: AnalysisInput, findings: Map<string, Finding>): RuleContext {
    return {
      model: input.model,
      apis: this.apis,
      catalog: this.catalog,
      path: input.path,
      packages: input.packages,
      report: (report) => {
        const finding = toFinding(active, report);
        const key = `${finding.ruleId}:${finding.range.start}:${finding.range.end}:${finding.output?.text.start ?? ''}`;
        if (!findings.has(key)) findings.set(key, finding);
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
