import type { Call } from '../../expression';
import type { Resolution } from '../resolve/resolution';
import { nodesWithin } from './nodes-within';
import type { FunctionKey, KeptSite, SectionRecord } from './section-record';
import type { Tracking } from './tracking';

/**
 * Resolves the calls of a section, in source order, and says which functions of the file they run. Every look at a section
 * begins with this: an answer that depends on what was asked before is then the same in every version.
 */
export function resolveCalls(
  section: SectionRecord,
  { facts, source, sites }: Resolution,
  tracking: Tracking,
): readonly KeptSite[] {
  const found: KeptSite[] = [];
  for (const node of nodesWithin(facts.calls, section)) {
    const call = source.at(node);
    if (call.kind !== 'call') continue;
    resolve(call);
    const running = tracking.withoutNewCircles(() => sites.ofCall(call));
    for (const { record, skip } of running) {
      const of = tracking.sectionOf(record.node)?.functionAt(record.node);
      if (of) found.push({ node: node - section.first, of, skip });
    }
  }
  return found.length === 0 ? NONE : found;
}

const NONE: readonly KeptSite[] = [];

function resolve(call: Call): readonly string[] {
  return call.names;
}

/** Adds the functions whose calls in one section have become others. */
export function noteChangedFunctions(
  before: readonly KeptSite[],
  now: readonly KeptSite[],
  changed: Set<FunctionKey>,
): void {
  const isSame =
    before.length === now.length &&
    before.every(({ node, of, skip }, at) => {
      const other = now[at];
      return node === other?.node && of === other.of && skip === other.skip;
    });
  if (!isSame) for (const { of } of [...before, ...now]) changed.add(of);
}
