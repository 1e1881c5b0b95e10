import { isCompound, isSimpleStatement, T, typeSet } from './node-types';
import type { SyntaxTree } from './syntax-tree';

const isBlock = typeSet('Script', 'Body');
/** Words that go on with a statement on the level where it began. */
const goesOn = typeSet('elif', 'else', 'except', 'finally');

/**
 * Whether statements of one block stand at different depths. In a text that is valid they cannot: then the parser has used a
 * block again that ends elsewhere now. It sees the end of a block by the first line behind it, which may be many lines of
 * comment away.
 */
export function hasOddIndentation(tree: SyntaxTree): boolean {
  const { count, type, parent } = tree;
  /** The depth of each block's statements, by the block's node. */
  const depths = new Map<number, number>([[0, 0]]);
  for (let node = 1; node < count; node++) {
    const kind = type[node] ?? 255;
    const holder = parent[node] ?? 0;
    if (goesOn[kind] && isCompound[type[holder] ?? 255]) {
      const depth = depthOf(tree, node);
      const wanted = depthOf(tree, holder);
      if (depth !== undefined && wanted !== undefined && depth !== wanted) return true;
      continue;
    }
    if (!isBlock[type[holder] ?? 255] || !isStatement(kind)) continue;
    const depth = depthOf(tree, node);
    if (depth === undefined) continue;
    const wanted = depths.get(holder);
    if (wanted === undefined) depths.set(holder, depth);
    else if (wanted !== depth) return true;
  }
  return false;
}

function isStatement(kind: number): boolean {
  return isCompound[kind] === 1 || isSimpleStatement[kind] === 1 || kind === T.StatementGroup;
}

/** How far a node is indented, as the parser counts it; undefined when it is not the first on its line. */
function depthOf({ text, start }: SyntaxTree, node: number): number | undefined {
  const end = start[node] ?? 0;
  let from = end;
  while (from > 0 && isBlank(text.charCodeAt(from - 1))) from--;
  if (from > 0 && !endsLine(text.charCodeAt(from - 1))) return undefined;
  let depth = 0;
  for (let at = from; at < end; at++) depth += text.charCodeAt(at) === TAB ? 8 - (depth % 8) : 1;
  return depth;
}

const TAB = 9;

function isBlank(code: number): boolean {
  return code === 32 || code === TAB;
}

/** A line feed, a form feed, a carriage return or a byte-order mark. */
function endsLine(code: number): boolean {
  return code === 10 || code === 12 || code === 13 || code === 0xfeff;
}
