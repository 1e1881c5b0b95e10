import { bytes, le, type Part } from '../../unit/models/support/assemble';

/** A table of a FlatBuffer: what stands at each field. */
export type FlatFields = Readonly<Record<number, FlatValue>>;
export type FlatValue =
  | { readonly byte: number }
  | { readonly int: number }
  | { readonly text: string }
  | { readonly table: FlatFields }
  | { readonly tables: readonly FlatFields[] };

/** A file with this root table and this mark after its first four bytes. */
export function flatbuffer(mark: string, root: FlatFields): Uint8Array {
  const parts: { at: number; content: Uint8Array }[] = [];
  let end = 8;
  const place = (content: Uint8Array): number => {
    const at = end;
    parts.push({ at, content });
    end += content.length + ((4 - (content.length % 4)) % 4);
    return at;
  };
  // What a table points to stands after it, as offsets count forwards.
  const addTable = (fields: FlatFields): number => {
    const count = Math.max(...Object.keys(fields).map(Number)) + 1;
    const vtable = place(bytes(le(4 + 2 * count, 2), le(4 + 4 * count, 2), ...slots(fields, count)));
    const table = place(new Uint8Array(4 + 4 * count));
    const content = parts.at(-1)?.content ?? new Uint8Array(0);
    content.set(bytes(le(table - vtable, 4)), 0);
    for (const [number, value] of Object.entries(fields)) {
      const slot = 4 + 4 * Number(number);
      const inPlace = 'byte' in value ? value.byte : 'int' in value ? value.int : undefined;
      content.set(bytes(le(inPlace ?? addValue(value) - table - slot, 4)), slot);
    }
    return table;
  };
  const addValue = (value: FlatValue): number => {
    if ('text' in value) return place(bytes(le(value.text.length, 4), value.text, 0));
    if ('table' in value) return addTable(value.table);
    const tables = 'tables' in value ? value.tables : [];
    const vector = place(bytes(le(tables.length, 4), new Uint8Array(4 * tables.length)));
    const content = parts.at(-1)?.content ?? new Uint8Array(0);
    tables.forEach((fields, index) => {
      const slot = 4 + 4 * index;
      content.set(bytes(le(addTable(fields) - vector - slot, 4)), slot);
    });
    return vector;
  };
  const start = addTable(root);
  const file = new Uint8Array(end);
  file.set(bytes(le(start, 4), mark));
  for (const { at, content } of parts) file.set(content, at);
  return file;
}

function slots(fields: FlatFields, count: number): Part[] {
  return Array.from({ length: count }, (_, number) => le(number in fields ? 4 + 4 * number : 0, 2));
}
