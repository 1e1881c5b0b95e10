import type { GuideEntries } from '../catalog/entries';
import type { Link } from '../catalog/schema/entry';
import type { Severity, Preset } from '../analysis/severity';

/** The guide and the rules as views and panel show them: plain lists, no knowledge of libraries. */
export interface PanelCatalog extends Omit<GuideEntries, 'synonyms'> {
  readonly rules: readonly RuleSummary[];
}

export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly preset: Preset;
  readonly stages: readonly string[];
  readonly risks: readonly string[];
  readonly cwe: readonly string[];
  readonly atlas: readonly string[];
  readonly controls: readonly string[];
  /** Markdown. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly references: readonly Link[];
  readonly hasFix: boolean;
}
