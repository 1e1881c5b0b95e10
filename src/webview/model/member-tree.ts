import type { ModelView, ViewMember } from '../../report/model/view/model-view';

/** A folder or member of an archive. Folders are made from the paths of their members. */
export interface TreeNode {
  readonly path: string;
  readonly name: string;
  readonly member: ViewMember | undefined;
  readonly children: TreeNode[];
  /** The worst in it. */
  verdict: ModelView['verdict'];
}

const ORDER = ['safe', 'incomplete', 'suspicious', 'malicious'] as const;

/** The members of an archive as a tree, in the order of the archive. */
export function memberTree(members: readonly ViewMember[]): readonly TreeNode[] {
  const top: TreeNode[] = [];
  const known = new Map<string, TreeNode>();
  for (const member of members) {
    let siblings = top;
    for (const path of pathsTo(member.path)) {
      const isMember = path === member.path;
      let node = isMember && known.get(path)?.member ? undefined : known.get(path);
      if (!node || (isMember && !node.member)) {
        const name = path.slice(path.lastIndexOf('/', path.length - 2) + 1);
        const made: TreeNode = {
          path,
          name: name === '' ? '/' : name,
          member: isMember ? member : undefined,
          children: node?.children ?? [],
          verdict: node?.verdict ?? 'safe',
        };
        if (node) siblings[siblings.indexOf(node)] = made;
        else siblings.push(made);
        known.set(path, made);
        node = made;
      }
      if (ORDER.indexOf(member.verdict) > ORDER.indexOf(node.verdict)) node.verdict = member.verdict;
      siblings = node.children;
    }
  }
  return top;
}

/** A row of the tree as it is drawn. */
export interface TreeRow {
  readonly node: TreeNode;
  readonly level: number;
}

/** The rows of a tree of which some folders are closed. */
export function treeRows(nodes: readonly TreeNode[], closed: ReadonlySet<string>): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (list: readonly TreeNode[], level: number): void => {
    for (const node of list) {
      rows.push({ node, level });
      if (!closed.has(node.path)) add(node.children, level + 1);
    }
  };
  add(nodes, 1);
  return rows;
}

/** Deeper than this, a path is one name: the tree must not grow as deep as a file wants. */
const MAX_DEPTH = 40;

function* pathsTo(path: string): Generator<string> {
  let depth = 0;
  for (let at = path.indexOf('/', 1); at > 0 && at < path.length - 1; at = path.indexOf('/', at + 1)) {
    if ((depth += 1) > MAX_DEPTH) break;
    yield path.slice(0, at);
  }
  yield path;
}
