import type { Diagnostic } from 'vscode-languageserver';
import type { LensDiagnostic, WireFinding } from '../../protocol/finding';
import type { OpenSource } from '../documents/open-source';
import type { Project } from '../projects/project';

/** The result of one analysis, with the state it holds for. */
export interface AnalysedSource {
  readonly source: OpenSource;
  readonly project: Project;
  readonly findings: readonly WireFinding[];
  /** By document uri, with an empty list for documents that are clean. */
  readonly diagnostics: ReadonlyMap<string, DocumentDiagnostics>;
  readonly stages: readonly string[];
}

export interface DocumentDiagnostics {
  /** Version of the text that the positions are in. */
  readonly version: number;
  readonly findings: readonly LensDiagnostic[];
  readonly problems: readonly Diagnostic[];
}
