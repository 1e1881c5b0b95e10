import { isEntryKind, type EntryKind } from './entry-kinds';

/** An entry of any kind, named in one text: `controls/C06`, `risks/owasp-llm-2026:LLM04`. */
export type EntryRef = `${EntryKind}/${string}`;

export function entryRef(kind: EntryKind, id: string): EntryRef {
  return `${kind}/${id}`;
}

/** The kind and id that `ref` names; undefined when it has another form. Whether the entry exists is not looked at. */
export function parseEntryRef(ref: string): { readonly kind: EntryKind; readonly id: string } | undefined {
  const slash = ref.indexOf('/');
  const kind = ref.slice(0, slash);
  const id = ref.slice(slash + 1);
  return slash > 0 && id !== '' && isEntryKind(kind) ? { kind, id } : undefined;
}
