import type { LearnArguments } from '../../protocol/messages';
import type { Severity } from '../../analysis/severity';
import type { WireFinding } from '../../protocol/finding';
import type { Place } from './place';

/** One row of a view, described without the `vscode` module so that trees can be tested in plain Node. */
export interface TreeNode {
  /** Unique in its view and the same after a refresh, so that rows stay open. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Markdown; text of the workspace in it is escaped. */
  readonly tooltip?: string;
  readonly icon?: NodeIcon;
  readonly menu?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken?: string;
  readonly finding?: WireFinding;
  /** What the lifecycle panel shows for this row. */
  readonly learn?: LearnArguments;
  /** The place in a file that this row is about. */
  readonly place?: Place;
  /** Text of the row that can be copied. */
  readonly copied?: string;
  /** Evidence that this row is about, and the folder in which it is looked for. */
  readonly evidence?: EvidenceOfFolder;
  /** What a click does beside selecting the row. */
  readonly click?: 'openFinding' | 'openPlace' | 'learn';
  readonly expanded?: boolean;
  /** Left out for rows without children. */
  readonly children?: () => readonly TreeNode[];
}

export interface EvidenceOfFolder {
  readonly folder: string;
  /** Id in the catalog. */
  readonly id: string;
  /** Id of the template that gives a beginning. */
  readonly template?: string;
}

export interface NodeIcon {
  /** Name of a codicon. */
  readonly name: string;
  /** Theme colour. */
  readonly color?: string;
}

/** Icon of a severity in the editor's own colours. */
export function severityIcon(severity: Severity): NodeIcon {
  return { name: severity, color: SEVERITY_COLORS[severity] };
}

const SEVERITY_COLORS: Readonly<Record<Severity, string>> = {
  error: 'problemsErrorIcon.foreground',
  warning: 'problemsWarningIcon.foreground',
  info: 'problemsInfoIcon.foreground',
};
