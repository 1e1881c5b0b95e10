import { AnalysisMemory } from '../../analysis/analysis-memory';
import type { AnalysisProblem } from '../../analysis/document-analysis';
import type { PackageVersions } from '../../analysis/package-versions';
import type { CoreCatalog } from '../../catalog/core';
import type { ParsedSource } from '../../source/front-end';
import { parseSource } from '../../source/front-ends';
import { Excerpts } from '../../workspace/file-analysis/excerpts';
import type { Imported } from '../../analysis/summaries/imported';
import { joinPath } from '../../workspace/path';
import { parseUri, uriOfPath } from '../files/uri-path';
import type { OpenSource } from '../documents/open-source';
import type { LocatedFile } from '../projects/projects';
import { analysableSource, type AnalysableSource } from './analysable-source';
import type { AnalysedSource } from './analysed-source';
import type { DiagnosticStyle } from './diagnostic';
import { diagnosticsByDocument } from './diagnostics-by-document';
import { textChange } from './text-change';
import { wireAnalysis } from './wire-analysis';

/** Longer texts are not analysed while they are edited. */
const MAX_LENGTH = 5 * 1024 * 1024;

/** The part of a result that comes from the text. */
type Outcome = Pick<AnalysedSource, 'findings' | 'diagnostics' | 'stages'>;

interface Remembered {
  readonly parsed: { readonly source: ParsedSource; readonly text: string } | undefined;
  readonly packages: PackageVersions;
  /** What was known of the files that it imports. */
  readonly imported: Imported | undefined;
  readonly memory: AnalysisMemory;
  readonly result: AnalysedSource;
}

export interface AnalyzerOptions {
  readonly catalog: CoreCatalog;
  readonly style: DiagnosticStyle;
  /** Told of every new result. */
  readonly onResult: (result: AnalysedSource) => void;
  /** Told of a failure that no document should be able to cause. */
  readonly onFailure: (uri: string, error: unknown) => void;
}

/** Analyses open sources. Keeps the last parse and findings of each: only what changed is parsed and looked at again. */
export class SourceAnalyzer {
  private readonly remembered = new Map<string, Remembered>();
  private readonly excerpts: Excerpts;

  constructor(private readonly options: AnalyzerOptions) {
    this.excerpts = new Excerpts(options.catalog);
  }

  /** The result for this state of the source under this configuration; computed at most once. Never throws. */
  analyze(source: OpenSource, file: LocatedFile, packages: PackageVersions): AnalysedSource {
    const { project } = file;
    const known = this.remembered.get(source.uri);
    const imported = project.summaries.importedBy(file.path);
    if (
      known?.result.source === source &&
      known.result.project === project &&
      known.packages === packages &&
      known.imported === imported
    ) {
      return known.result;
    }
    const analysable = analysableSource(source, file.path);
    const memory = known?.memory ?? new AnalysisMemory();
    let parsed: Remembered['parsed'];
    let outcome: Outcome;
    try {
      parsed = isTaken(analysable, file) ? this.parse(analysable, known) : undefined;
      outcome = parsed
        ? this.outcome(parsed.source, source.uri, analysable, file, packages, memory)
        : untaken(analysable, file);
    } catch (error) {
      this.options.onFailure(source.uri, error);
      outcome = onlyProblem(analysable, FAILED);
    }
    const result: AnalysedSource = { source, project, ...outcome };
    this.remembered.set(source.uri, { parsed, packages, imported, memory, result });
    this.options.onResult(result);
    return result;
  }

  forget(uri: string): void {
    this.remembered.delete(uri);
  }

  private outcome(
    { model: plain, content: own }: ParsedSource,
    uri: string,
    { locator, outputs, kind: { role }, content = own }: AnalysableSource,
    { project, path }: LocatedFile,
    packages: PackageVersions,
    memory: AnalysisMemory,
  ): Outcome {
    const { engine, place } = project;
    const imported = project.summaries.importedBy(path);
    const model = imported?.link(plain) ?? plain;
    const analysis = engine.analyze({ model, content, role, path, packages, outputs, imported }, memory);
    const root = parseUri(place.uri ?? '');
    const uriOf = (other: string): string => (root ? uriOfPath(root, joinPath(place.path, other)) : uri);
    const { excerpts } = this;
    const { style } = this.options;
    return wireAnalysis(analysis, { uri, uriOf, model, locator, excerpts, style, ruleOf: engine.ruleOf });
  }

  private parse({ text, kind }: Taken, known: Remembered | undefined): Remembered['parsed'] {
    const before = known?.parsed;
    if (before?.source.model.language !== kind.language) return { source: parseSource(text, kind), text };
    const change = textChange(before.text, text);
    if (!change) return before;
    return { source: parseSource(text, kind, { source: before.source, changes: [change] }), text };
  }
}

type Taken = AnalysableSource & { readonly text: string };

function isTaken(analysable: AnalysableSource, { project, path }: LocatedFile): analysable is Taken {
  const { text } = analysable;
  return text !== undefined && text.length <= MAX_LENGTH && project.covers(path);
}

function untaken(analysable: AnalysableSource, { project, path }: LocatedFile): Outcome {
  const isTooLong = (analysable.text?.length ?? 0) > MAX_LENGTH && project.covers(path);
  return onlyProblem(analysable, isTooLong ? TOO_LONG : undefined);
}

function onlyProblem({ locator }: AnalysableSource, problem: AnalysisProblem | undefined): Outcome {
  return {
    findings: [],
    stages: [],
    diagnostics: diagnosticsByDocument(locator, [], problem ? [problem] : []),
  };
}

const START = { start: 0, end: 0 };
const TOO_LONG: AnalysisProblem = {
  kind: 'limit',
  message: 'This document is longer than 5 MB and is not analysed.',
  range: START,
};
const FAILED: AnalysisProblem = {
  kind: 'internal',
  message: 'This document could not be analysed. The log of MLSecOps Lens has the details.',
  range: START,
};
