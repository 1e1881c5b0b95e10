import type { Status } from '../../../catalog/schema/entry';

/** What a status says, as a sentence without its full stop. */
export const MEANING: Readonly<Record<Status, string>> = {
  verified: 'Read in the source it names',
  synthesis: 'Our own mapping, built on facts that were checked',
  unverified: 'Background knowledge that was not checked against a source',
};

/** How sure we are of a catalog entry; `of` says of what, where it is not the entry itself. */
export function StatusTag({ status, of }: { readonly status: Status; readonly of?: string }) {
  return (
    <span class={`tag status-${status}`} title={MEANING[status]}>
      {of === undefined ? status : `${of}: ${status}`}
    </span>
  );
}
