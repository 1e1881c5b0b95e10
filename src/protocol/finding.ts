import type { Diagnostic, Location, Range, TextEdit } from 'vscode-languageserver-types';
import type { Confidence, Severity } from '../analysis/severity';

/** A finding as it goes over the wire: LSP positions, ready to show. */
export interface WireFinding {
  /** Stable within one state of the workspace: uri, rule and range. */
  readonly id: string;
  readonly ruleId: string;
  readonly ruleTitle: string;
  /** The thing found: a function, a model id, a kind of key. Never a secret. */
  readonly subject: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The document; for a notebook the notebook's own uri. */
  readonly uri: string;
  /** Where in `uri`; in a notebook: in its cell. */
  readonly range: Range;
  /** Index of the notebook cell. */
  readonly cell?: number;
  /** Text of the line, trimmed and shortened; secrets masked. */
  readonly excerpt: string;
  readonly stages: readonly string[];
  readonly risks: readonly string[];
  readonly path: readonly { readonly location: Location; readonly label: string }[];
}

/** What a diagnostic carries so that code actions only map it. */
export interface DiagnosticData {
  readonly findingId: string;
  readonly ruleId: string;
  readonly stage: string;
  readonly risk: string;
  readonly fixes: readonly WireFix[];
}

export interface WireFix {
  readonly title: string;
  readonly kind: 'fix' | 'suppress';
  readonly safe: boolean;
  /** Edits by document uri (a notebook's cells have uris of their own). */
  readonly changes: Readonly<Record<string, readonly TextEdit[]>>;
}

/** A diagnostic of ours. LSP leaves `data` open; here it is known. */
export type LensDiagnostic = Omit<Diagnostic, 'data'> & { readonly data?: DiagnosticData };
