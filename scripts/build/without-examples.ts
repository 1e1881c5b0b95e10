import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Leaves the examples out of the rules. They are for pages and tests; a bundle that only runs the rules would carry them
 * for nothing.
 */
export const withoutExamples: Plugin = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /src[\\/]analysis[\\/]rules[\\/][^\\/]+\.ts$/ }, ({ path }) => ({
      contents: emptyExamples(readFileSync(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/** The source with the value of every property `examples` emptied. */
export function emptyExamples(source: string): string {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest);
  let result = source;
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === 'examples') {
      const { initializer } = node;
      result = `${source.slice(0, initializer.getStart(file))}{ bad: [], good: [] }${source.slice(initializer.end)}`;
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return result;
}
