import type { Link, Status } from '../../../catalog/schema/entry';
import { usePanel } from '../panel-context';
import { LinkList } from '../parts/entry-disclosure';
import { ExternalLink } from '../parts/external-link';
import { MEANING, StatusTag } from '../parts/status-tag';

interface PageFootProps {
  readonly links: readonly Link[];
  /** Id of the source. */
  readonly source: string;
  readonly status: Status | undefined;
  /** How sure we are of what the entry is mapped to, where that differs. */
  readonly mappingStatus?: Status | undefined;
}

/** The foot of a page: further reading, where its facts come from, and how sure we are of them. */
export function PageFoot({ links, source: id, status, mappingStatus }: PageFootProps) {
  const { index } = usePanel();
  const source = index.guide.sources.get(id);
  return (
    <footer class="foot">
      <LinkList links={links} />
      <p class="source-note">
        Source:{' '}
        {source?.url === undefined ? (
          (source?.title ?? id)
        ) : (
          <ExternalLink link={{ title: source.title, url: source.url }} />
        )}
        {source?.read !== undefined && `, as of ${source.read}`}.
      </p>
      {status && (
        <p class="source-note">
          <StatusTag status={status} /> {MEANING[status]}.
        </p>
      )}
      {mappingStatus && mappingStatus !== status && (
        <p class="source-note">
          Mappings: <StatusTag status={mappingStatus} /> {MEANING[mappingStatus]}.
        </p>
      )}
    </footer>
  );
}
