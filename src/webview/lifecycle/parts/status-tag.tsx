import type { Status } from '../../../catalog/schema/entry';

const MEANING: Readonly<Record<Status, string>> = {
  verified: 'Read in the source it names',
  synthesis: 'Our own mapping, built on facts that were checked',
  unverified: 'Background knowledge that was not checked against a source',
};

/** How sure we are of a catalog entry. */
export function StatusTag({ status }: { readonly status: Status }) {
  return (
    <span class={`tag status-${status}`} title={MEANING[status]}>
      {status}
    </span>
  );
}

/** Source and status in words, for the foot of a page. */
export function SourceNote({ source, status }: { readonly source: string; readonly status: Status }) {
  return (
    <p class="source-note">
      Source: {source}. <StatusTag status={status} /> {MEANING[status]}.
    </p>
  );
}
