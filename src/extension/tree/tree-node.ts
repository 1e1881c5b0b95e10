import type { LearnArguments } from '../../protocol/messages';
import type { Severity } from '../../analysis/severity';
import type { WireFinding } from '../../protocol/finding';

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
  /** What a click does beside selecting the row. */
  readonly click?: 'openFinding' | 'learn';
  readonly expanded?: boolean;
  /** Left out for rows without children. */
  readonly children?: () => readonly TreeNode[];
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
