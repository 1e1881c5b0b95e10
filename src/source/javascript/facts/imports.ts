import type { Import } from '../../model';
import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { moduleName } from './module-name';

/** A name that an import binds. */
export interface ImportedName {
  readonly node: number;
  readonly name: string;
  readonly module: string;
  readonly member: string | undefined;
}

/** What `import ... from 'x'` binds, and the same as rules see it. */
export function readImport(
  tree: SyntaxTree,
  node: number,
): { readonly names: readonly ImportedName[]; readonly imports: readonly Import[] } {
  const source = tree.childOfType(node, T.String);
  if (source < 0) return { names: [], imports: [] };
  const module = moduleName(tree.textOf(source).slice(1, -1));
  const range = tree.rangeOf(node);
  const names: ImportedName[] = [];
  let isNamespace = false;
  for (let child = tree.firstChild(node); child >= 0; child = tree.nextSibling(child)) {
    switch (tree.typeOf(child)) {
      case T.Star:
        isNamespace = true;
        break;
      case T.VariableDefinition:
        names.push({
          node: child,
          name: tree.textOf(child),
          module,
          member: isNamespace ? undefined : 'default',
        });
        break;
      case T.ImportGroup:
        names.push(...ofGroup(tree, child, module));
        break;
      default:
    }
  }
  const imports = names.map(({ name, member }): Import => ({
    module,
    name: member,
    alias: name === member ? undefined : name,
    range,
  }));
  return {
    names,
    imports: imports.length > 0 ? imports : [{ module, name: undefined, alias: undefined, range }],
  };
}

function ofGroup(tree: SyntaxTree, group: number, module: string): ImportedName[] {
  const found: ImportedName[] = [];
  let member: string | undefined;
  for (let child = tree.firstChild(group); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T[',']) member = undefined;
    else if (type === T.VariableName || type === T.String) {
      member = type === T.String ? tree.textOf(child).slice(1, -1) : tree.textOf(child);
    } else if (type === T.default) member = 'default';
    else if (type === T.VariableDefinition) {
      const name = tree.textOf(child);
      found.push({ node: child, name, module, member: member ?? name });
    }
  }
  return found;
}
