import { dataAt, entriesOf, itemsOf, scalarOf, type DataNode } from '../../../source/content/data-node';
import type { TextRange } from '../../../source/range';

/** Conditions that never hold. */
const NEVER = /^\s*(?:\$\{\{\s*)?(?:false|!\s*true|0)(?:\s*\}\})?\s*$/u;

/**
 * Jobs and steps of a pipeline that never run: `if: false`, the hidden jobs and `when: never` of GitLab. A step that is commented out is
 * not read in the first place.
 */
export function disabledParts(root: DataNode): readonly TextRange[] {
  const found: TextRange[] = [];
  const visit = (node: DataNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    if (neverRuns(node)) {
      found.push(node.range);
      return;
    }
    for (const { value } of node.entries) visit(value);
  };
  visit(root);
  const isGitLab = dataAt(root, 'jobs') === undefined && dataAt(root, 'runs') === undefined;
  if (isGitLab) {
    for (const { key, value } of entriesOf(root))
      if (key.startsWith('.') && value.kind === 'map') found.push(value.range);
  }
  return found;
}

function neverRuns(node: DataNode): boolean {
  const condition = scalarOf(dataAt(node, 'if'));
  if (condition === false || (typeof condition === 'string' && NEVER.test(condition))) return true;
  if (scalarOf(dataAt(node, 'when')) === 'never' && dataAt(node, 'script')) return true;
  const rules = itemsOf(dataAt(node, 'rules'));
  return rules.length > 0 && rules.every((rule) => scalarOf(dataAt(rule, 'when')) === 'never');
}
