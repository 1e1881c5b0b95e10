import { isScalar, visit, type Document, type Scalar } from 'yaml';
import type { YamlProblem } from './yaml-problem';

/**
 * Keys that stand twice in one mapping. The library has this check too, but compares every key with every other, which
 * takes minutes on a large file.
 */
export function duplicateKeys(document: Document.Parsed): YamlProblem[] {
  const found: YamlProblem[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push(problemAt(key));
        seen.add(key.value);
      }
    },
  });
  return found;
}

function problemAt(key: Scalar): YamlProblem {
  const [start, end] = key.range ?? [0, 0];
  return {
    message: `The key "${String(key.value)}" stands twice; the last one counts.`,
    range: { start, end },
  };
}
