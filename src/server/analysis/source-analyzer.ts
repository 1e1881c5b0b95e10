import type { AnalysisProblem } from '../../analysis/document-analysis';
import type { PackageVersions } from '../../analysis/package-versions';
import { suppressFix } from '../../analysis/suppression/suppress-fix';
import type { Catalog } from '../../catalog/catalog';
import type { LensDiagnostic, WireFinding } from '../../protocol/finding';
import type { FrontEnd, ParsedSource } from '../../source/front-end';
import { changedRange } from '../documents/changed-range';
import type { OpenSource } from '../documents/open-source';
import type { LocatedFile } from '../projects/projects';
import { analysableSource } from './analysable-source';
import type { AnalysedSource } from './analysed-source';
import { findingDiagnostic, type DiagnosticStyle } from './diagnostic';
import { diagnosticsByDocument, type Placed } from './diagnostics-by-document';
import { Excerpts } from '../../workspace/file-analysis/excerpts';
import { wireFinding } from './wire-finding';

/** Longer texts are not analysed while they are edited. */
export const MAX_LENGTH = 5 * 1024 * 1024;

interface Remembered {
  readonly parsed: ParsedSource | undefined;
  readonly text: string;
  readonly packages: PackageVersions;
  readonly result: AnalysedSource;
}

/** Analyses open sources. Keeps the last parse of each, so that only what changed is parsed again. */
export class SourceAnalyzer {
  private readonly remembered = new Map<string, Remembered>();
  private readonly excerpts: Excerpts;

  constructor(
    private readonly frontEnd: FrontEnd,
    private readonly style: DiagnosticStyle,
    catalog: Catalog,
    /** Told of every new result. */
    private readonly onResult: (result: AnalysedSource) => void,
  ) {
    this.excerpts = new Excerpts(catalog);
  }

  /** The result for this state of the source under this configuration; computed at most once. */
  analyze(source: OpenSource, file: LocatedFile, packages: PackageVersions): AnalysedSource {
    const known = this.remembered.get(source.uri);
    if (
      known?.result.source === source &&
      known.result.project === file.project &&
      known.packages === packages
    ) {
      return known.result;
    }
    const next = this.compute(source, file, packages, known);
    this.remembered.set(source.uri, next);
    this.onResult(next.result);
    return next.result;
  }

  forget(uri: string): void {
    this.remembered.delete(uri);
  }

  private compute(
    source: OpenSource,
    { project, path }: LocatedFile,
    packages: PackageVersions,
    known: Remembered | undefined,
  ): Remembered {
    const { text, locator, outputs } = analysableSource(source);
    if (text === undefined || !project.covers(path)) {
      return {
        parsed: undefined,
        text: '',
        packages,
        result: { source, project, ...NOTHING, diagnostics: diagnosticsByDocument(locator, [], []) },
      };
    }
    if (text.length > MAX_LENGTH) {
      const result = {
        source,
        project,
        ...NOTHING,
        diagnostics: diagnosticsByDocument(locator, [], [TOO_LONG]),
      };
      return { parsed: undefined, text: '', packages, result };
    }

    const parsed = this.parse(text, known);
    const { engine } = project;
    const { model } = parsed;
    const analysis = engine.analyze({ model, path, packages, outputs });
    const context = { uri: source.uri, locator, excerpts: this.excerpts, ruleOf: engine.ruleOf };
    const findings: WireFinding[] = [];
    const diagnostics: Placed<LensDiagnostic>[] = [];
    for (const finding of analysis.findings) {
      const wire = wireFinding(finding, context);
      findings.push(wire);
      diagnostics.push({
        uri: locator.locate(finding.range).uri,
        item: findingDiagnostic(
          finding,
          wire,
          engine.ruleOf(finding.ruleId),
          suppressFix(model, finding),
          locator,
          this.style,
        ),
      });
    }
    const { stages, problems } = analysis;
    const result = {
      source,
      project,
      findings,
      stages,
      diagnostics: diagnosticsByDocument(locator, diagnostics, problems),
    };
    return { parsed, text, packages, result };
  }

  private parse(text: string, known: Remembered | undefined): ParsedSource {
    if (!known?.parsed) return this.frontEnd.parse(text);
    const change = changedRange(known.text, text);
    if (!change) return known.parsed;
    return this.frontEnd.parse(text, { source: known.parsed, changes: [change] });
  }
}

const NOTHING: Pick<AnalysedSource, 'findings' | 'stages'> = { findings: [], stages: [] };

const TOO_LONG: AnalysisProblem = {
  kind: 'limit',
  message: 'This document is longer than 5 MB and is not analysed.',
  range: { start: 0, end: 0 },
};
