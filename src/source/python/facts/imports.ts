import { T } from '../syntax/node-types';
import type { Collector } from './collector';

/** Reads `import a.b as c, d` and `from ..a import (b as c, d)` and `from a import *`. */
export function collectImport(collector: Collector, node: number): void {
  const { tree } = collector;
  const range = tree.rangeOf(node);
  let from: string | undefined;
  let dotted = '';
  let first = -1;
  let alias = -1;
  let state: 'from' | 'names' | 'alias' = 'names';

  const flush = (): void => {
    if (first >= 0) {
      const last = alias >= 0 ? alias : first;
      const aliasName = alias >= 0 ? tree.textOf(alias) : undefined;
      const name = aliasName ?? (from === undefined ? (dotted.split('.')[0] ?? dotted) : dotted);
      if (from === undefined) {
        collector.imports.push({ module: dotted, name: undefined, alias: aliasName, range });
        const module = aliasName === undefined ? name : dotted;
        collector.define({
          kind: 'import',
          name,
          node: last,
          scope: collector.scope,
          module,
          member: undefined,
        });
      } else {
        collector.imports.push({ module: from, name: dotted, alias: aliasName, range });
        collector.define({
          kind: 'import',
          name,
          node: last,
          scope: collector.scope,
          module: from,
          member: dotted,
        });
      }
    }
    dotted = '';
    first = alias = -1;
    state = 'names';
  };

  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T.from:
        state = 'from';
        break;
      case T.import:
        if (state === 'from') from = dotted;
        dotted = '';
        first = -1;
        state = 'names';
        break;
      case T['.']:
      case T.Ellipsis:
        dotted += tree.textOf(child);
        break;
      case T.VariableName:
        if (state === 'alias') alias = child;
        else {
          dotted += tree.textOf(child);
          if (state === 'names' && first < 0) first = child;
        }
        break;
      case T.as:
        state = 'alias';
        break;
      case T['*']:
        if (from !== undefined) {
          collector.imports.push({ module: from, name: '*', alias: undefined, range });
          collector.starImports.push(from);
        }
        break;
      case T[',']:
      case T[')']:
        flush();
        break;
      default:
    }
  }
  flush();
}
