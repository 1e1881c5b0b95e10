import { isFields, type Fields } from './team-entry';

/** What is given, and from `known` what is not. Mappings are filled key by key; a list that is given stays as it is. */
export function fill(known: Fields, given: Fields): Fields {
  const filled = Object.entries(given).map(([key, value]): [string, unknown] => {
    const other = Object.hasOwn(known, key) ? known[key] : undefined;
    return [key, isFields(other) && isFields(value) ? fill(other, value) : value];
  });
  return { ...known, ...Object.fromEntries(filled) };
}
