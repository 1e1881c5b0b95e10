import type { StringExpression } from '../expression';
import type { DataNode, DataScalar } from '../content/data-node';
import { rangeAt } from '../content/text-place';

/** More text scalars say nothing new about a file. */
const MOST_STRINGS = 50_000;

/** The texts of configuration as rules about string literals see them: each with the key it is given to. */
export function dataStrings(roots: readonly DataNode[]): readonly StringExpression[] {
  const strings: StringExpression[] = [];
  const seen = new Set<DataNode>();
  const visit = (node: DataNode, label: string | undefined): void => {
    if (strings.length >= MOST_STRINGS) return;
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string' && !seen.has(node)) strings.push(asString(node, node.value, label));
    } else if (!seen.has(node)) {
      if (node.kind === 'list') for (const item of node.items) visit(item, label);
      else for (const { key, value } of node.entries) visit(value, key);
    }
    // A YAML alias is the same node once more.
    seen.add(node);
  };
  for (const root of roots) visit(root, undefined);
  return strings;
}

function asString(node: DataScalar, value: string, label: string | undefined): StringExpression {
  return {
    kind: 'string',
    range: node.range,
    value,
    // The place of a part is asked for only when something is found in it.
    parts: [
      {
        kind: 'text',
        value,
        get range() {
          return rangeAt(node.place, { start: 0, end: value.length });
        },
      },
    ],
    isBytes: false,
    isDocstring: false,
    label,
  };
}
