import type { ValueDefinition } from '../facts/records';
import { extend, type FlowItem, next } from './flow-item';
import type { OriginSearch } from './origin-search';

/** Hooks that give a value and the function that sets it. */
const STATE =
  /(?:^|\.)(?:useState|useLocalStorage|useSessionStorage|createSignal|atom|useAtom|useImmer|useStateWithCallback)$/u;

/** `const [html, setHtml] = useState('')`: follows the state to what is given to its setter. False when it is none. */
export function followState(search: OriginSearch, item: FlowItem, definition: ValueDefinition): boolean {
  const { source, facts, bindings } = search.resolution;
  const value = source.at(definition.value);
  if (definition.path.length !== 1 || definition.path[0] !== 0 || value.kind !== 'call') return false;
  const isState =
    value.names.some((name) => STATE.test(name)) ||
    STATE.test(facts.tree.textOf(facts.tree.firstChild(definition.value)));
  if (!isState) return false;
  const first = value.arguments[0];
  if (first) search.push(next(item, first.value));
  const setter = setterOf(search, definition);
  for (const node of setter === undefined ? [] : facts.calls) {
    const callee = facts.tree.firstChild(node);
    if (callee < 0 || facts.tree.textOf(callee) !== setter) continue;
    const isSame = bindings
      .definitions(callee)
      ?.some((one) => one.kind === 'value' && one.value === definition.value);
    const given = isSame ? source.callAt(node).arguments[0] : undefined;
    if (!given) continue;
    const at = extend(item, given.range, `set as \`${definition.name}\``);
    const record =
      given.value.kind === 'lambda' ? source.facts.functionByNode.get(nodeAt(given.value)) : undefined;
    if (record) for (const result of record.returns) search.push(next(at, source.at(result)));
    else search.push(next(at, given.value));
  }
  return true;
}

function setterOf(search: OriginSearch, definition: ValueDefinition): string | undefined {
  const { scopeByNode } = search.resolution.facts;
  for (const { definitions } of scopeByNode.values()) {
    for (const [name, found] of definitions) {
      const isIt = found.some(
        (one) => one.kind === 'value' && one.value === definition.value && one.path[0] === 1,
      );
      if (isIt) return name;
    }
  }
  return undefined;
}

function nodeAt(expression: object): number {
  return 'node' in expression && typeof expression.node === 'number' ? expression.node : -1;
}
