import type { Lifecycle, Stage } from '../catalog/schema/lifecycle';
import type { Control, Risk, Role, Technique, Tool, Weakness } from '../catalog/schema/reference';
import type { Link } from '../catalog/schema/entry';
import type { Severity, Preset } from '../analysis/severity';

/** The catalog and the rules as views and panel show them: plain lists, no API knowledge. */
export interface PanelCatalog {
  readonly lifecycles: readonly Lifecycle[];
  readonly stages: readonly Stage[];
  readonly risks: readonly Risk[];
  readonly weaknesses: readonly Weakness[];
  readonly techniques: readonly Technique[];
  readonly controls: readonly Control[];
  readonly roles: readonly Role[];
  readonly tools: readonly Tool[];
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
