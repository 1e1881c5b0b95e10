import { T } from '../syntax/node-types';
import type { Collector } from './collector';
import { Scope } from './scope';
import { bindTarget } from './targets';

/** `[x for a, b in rows if ...]`: a scope of its own, but the first iterable is evaluated outside. */
export function collectComprehension(collector: Collector, node: number): void {
  const { tree } = collector;
  const outer = collector.scope;
  const scope = collector.addScope(new Scope('comprehension', node, outer, undefined));
  let targets: number[] | undefined;
  let isFirst = true;
  const children = tree.children(node);
  children.forEach((child, at) => {
    const type = tree.typeOf(child);
    if (type === T.for) targets = [];
    else if (type === T.in && targets) {
      const iterable = children[at + 1];
      if (iterable !== undefined) {
        for (const [index, target] of targets.entries()) {
          const path = targets.length > 1 ? [index] : [];
          bindTarget(collector, target, { source: 'loop', value: [iterable], path, scope });
        }
        if (isFirst) collector.startScopeAt(iterable, outer);
      }
      isFirst = false;
      targets = undefined;
    } else if (targets && type !== T[','] && type !== T.async) targets.push(child);
  });
  collector.startScopeAt(node, scope);
}
