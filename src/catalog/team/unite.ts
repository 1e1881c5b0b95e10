import { isFields, type Fields } from './team-entry';

/**
 * What comes of a value of the catalog when a team gives its own. Mappings are united key by key and lists item by item, so
 * that nothing is lost; any other value is replaced.
 */
export function unite(known: unknown, given: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(given)) return uniteLists(known, given);
  return isFields(known) && isFields(given) ? uniteFields(known, given) : given;
}

/** As {@link unite}, for mappings. */
export function uniteFields(known: Fields, given: Fields): Fields {
  const united = Object.entries(given).map(([key, value]): [string, unknown] => {
    const other = Object.hasOwn(known, key) ? known[key] : undefined;
    return [key, unite(other ?? (Array.isArray(value) ? [] : undefined), value)];
  });
  return { ...known, ...Object.fromEntries(united) };
}

function uniteLists(known: readonly unknown[], given: readonly unknown[]): unknown[] {
  const united = [...known];
  const places = new Map<string, number>();
  known.forEach((item, at) => {
    const name = nameOf(item);
    if (!places.has(name)) places.set(name, at);
  });
  for (const item of given) {
    const name = nameOf(item);
    const at = places.get(name);
    if (at !== undefined) united[at] = unite(united[at], item);
    else united.push(item);
    // Two steps may have one title; a text says nothing when it stands there twice.
    if (at === undefined && !isFields(item)) places.set(name, united.length - 1);
  }
  return united;
}

/** By what an item is told from the others of its list: a link by its address, a check by its title, a text by itself. */
function nameOf(item: unknown): string {
  if (!isFields(item)) return JSON.stringify(item);
  const name = item['url'] ?? item['title'] ?? item['entry'];
  if (typeof name === 'string') return JSON.stringify([name]);
  return JSON.stringify(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
}
