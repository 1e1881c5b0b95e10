import type { Export, Import } from '../../model';
import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { moduleName } from './module-name';

/** What an `export` gives under another name than its own, and what it takes from another module to hand it on. */
export interface ReadExport {
  readonly exports: readonly Export[];
  readonly imports: readonly Import[];
}

const NOTHING: ReadExport = { exports: [], imports: [] };

/** Reads `export default ...`, `export { a as b }`, `export { a } from 'x'` and `export * from 'x'`. */
export function readExport(tree: SyntaxTree, node: number): ReadExport {
  const source = tree.childOfType(node, T.String);
  const group = tree.childOfType(node, T.ExportGroup);
  if (source >= 0) {
    const module = moduleName(tree.textOf(source).slice(1, -1));
    const range = tree.rangeOf(node);
    if (group >= 0) {
      const imports = membersOf(tree, group).map(({ name, as }) => ({
        module,
        name,
        alias: name === as ? undefined : as,
        range,
      }));
      return { exports: [], imports };
    }
    if (tree.childOfType(node, T.Star) < 0) return NOTHING;
    const alias = tree.childOfType(node, T.VariableName);
    const whole: Import =
      alias < 0
        ? { module, name: '*', alias: undefined, range }
        : { module, name: undefined, alias: tree.textOf(alias), range };
    return { exports: [], imports: [whole] };
  }
  if (group >= 0) {
    const renamed = membersOf(tree, group).filter(({ name, as }) => name !== as);
    return { exports: renamed.map(({ name, as }) => ({ name, as, at: undefined })), imports: [] };
  }
  return tree.childOfType(node, T.default) < 0 ? NOTHING : { exports: ofDefault(tree, node), imports: [] };
}

/** `module.exports = ask`: what `require` gives. */
export function readModuleExports(tree: SyntaxTree, assignment: number): readonly Export[] {
  const target = tree.firstChild(assignment);
  if (target < 0 || tree.textOf(target) !== 'module.exports') return [];
  return asDefault(tree, tree.lastExpression(assignment));
}

function ofDefault(tree: SyntaxTree, node: number): readonly Export[] {
  const value = tree.nextSibling(tree.childOfType(node, T.default));
  return value < 0 ? [] : asDefault(tree, value);
}

function asDefault(tree: SyntaxTree, value: number): readonly Export[] {
  if (value < 0) return [];
  if (tree.typeOf(value) === T.VariableName)
    return [{ name: tree.textOf(value), as: 'default', at: undefined }];
  const own = tree.childOfType(value, T.VariableDefinition);
  const isNamed = own >= 0 && tree.typeOf(value) !== T.ArrowFunction;
  return [{ name: isNamed ? tree.textOf(own) : '', as: 'default', at: tree.startOf(value) }];
}

function membersOf(
  tree: SyntaxTree,
  group: number,
): readonly { readonly name: string; readonly as: string }[] {
  const found: { name: string; as: string }[] = [];
  let isRenamed = false;
  for (let child = tree.firstChild(group); child >= 0; child = tree.nextSibling(child)) {
    const type = tree.typeOf(child);
    if (type === T.as) isRenamed = true;
    else if (type === T[',']) isRenamed = false;
    else if (type === T.VariableName || type === T.String || type === T.default) {
      const name = type === T.String ? tree.textOf(child).slice(1, -1) : tree.textOf(child);
      const last = found.at(-1);
      if (isRenamed && last) last.as = name;
      else found.push({ name, as: name });
    }
  }
  return found;
}
