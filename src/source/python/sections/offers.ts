import type { ExpressionSource } from '../expressions/expression-source';
import type { Facts } from '../facts/facts';
import { T } from '../syntax/node-types';
import type { SyntaxTree } from '../syntax/syntax-tree';
import { LOOKUPS } from './lookups';
import type { SectionList } from './match-sections';
import { nodesWithin } from './nodes-within';
import type { SectionRecord } from './section-record';

/** Notes at each new section under which names others may look for what is in it. */
export function noteOffers(facts: Facts, source: ExpressionSource, { records, added }: SectionList): void {
  const { module, functions, classes, imports } = facts;
  let first = Infinity;
  let after = 0;
  for (const section of added) {
    first = Math.min(first, section.first);
    after = Math.max(after, section.after);
  }
  const offer = (node: number, name: string): void => {
    if (node < first || node >= after) return;
    const section = sectionAt(records, facts.tree.startOf(node));
    if (section && added.has(section)) section.offers.add(name);
  };
  for (const bound of [module.definitions, module.outsideDefinitions, module.mutations]) {
    for (const [name, places] of bound) for (const { node } of places) offer(node, name);
  }
  for (const { node, name, enclosingClass } of functions) {
    offer(node, LOOKUPS.functionsNamed(name));
    if (enclosingClass) offer(node, LOOKUPS.methodsOf(enclosingClass.name));
  }
  for (const { node, name } of classes) offer(node, LOOKUPS.classesNamed(name));
  for (const { name, range } of imports) {
    if (name === '*') sectionAt(records, range.start)?.offers.add(LOOKUPS.starImports);
  }
  for (const section of added) noteMethodCalls(section, facts, source);
}

/** `x.method(...)`, by the name of the variable. */
function noteMethodCalls(section: SectionRecord, { calls }: Facts, source: ExpressionSource): void {
  for (const node of nodesWithin(calls, section)) {
    const call = source.at(node);
    if (call.kind !== 'call' || call.callee.kind !== 'attribute') continue;
    const { object } = call.callee;
    if (object.kind !== 'name') continue;
    const known = section.methodCalls.get(object.name);
    if (known) known.push(node - section.first);
    else section.methodCalls.set(object.name, [node - section.first]);
  }
  for (const variable of section.methodCalls.keys()) section.offers.add(LOOKUPS.methodCalls(variable));
}

/** Every name that a section offers which came or went. */
export function changedOffers({ added, removed }: SectionList): Set<string> {
  const names = new Set<string>();
  for (const section of [...added, ...removed]) for (const name of section.offers) names.add(name);
  return names;
}

/** The last section that begins at or before an offset; the offset may lie behind its end. */
export function sectionAt(records: readonly SectionRecord[], offset: number): SectionRecord | undefined {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return records[low - 1];
}

/** The first statement; comments are none. */
export function firstStatement(
  records: readonly SectionRecord[],
  tree: SyntaxTree,
): SectionRecord | undefined {
  return records.find(({ first }) => tree.typeOf(first) !== T.Comment);
}
