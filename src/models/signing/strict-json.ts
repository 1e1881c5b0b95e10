import { visit } from 'jsonc-parser';

const MAX_DEPTH = 100;

/**
 * Parses JSON that readers must not understand differently: one that names a key twice is refused, since what is signed
 * or trusted would depend on the reader.
 *
 * @throws Error saying what is wrong
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  refuseDuplicateKeys(text);
  return value;
}

function refuseDuplicateKeys(text: string): void {
  const open: Set<string>[] = [];
  let depth = 0;
  const enter = (): void => {
    if (++depth > MAX_DEPTH) throw new Error(`values are nested more than ${MAX_DEPTH} levels deep`);
  };
  visit(text, {
    onObjectBegin: () => {
      enter();
      open.push(new Set());
    },
    onObjectEnd: () => {
      depth--;
      open.pop();
    },
    onArrayBegin: enter,
    onArrayEnd: () => {
      depth--;
    },
    onObjectProperty: (key) => {
      const keys = open.at(-1);
      if (keys?.has(key)) throw new Error(`the key ${JSON.stringify(key)} is there twice`);
      keys?.add(key);
    },
  });
}
