import { KIND_NAMES } from '../../../catalog/kind-names';
import type { GuideEntry } from '../../../catalog/guide-entry';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { StatusTag } from '../parts/status-tag';
import { kindParts, SHOWN_HEADINGS } from './kind-parts';
import { PageFoot } from './page-foot';
import { RelationGroups } from './relation-groups';

/** The page of an entry of any kind: what it is, what only its kind has, and what it is related to. */
export function EntryPage({ entry }: { readonly entry: GuideEntry }) {
  const { index } = usePanel();
  const { kind, id, status, mappingStatus } = entry;
  const shown = SHOWN_HEADINGS[kind];
  return (
    <>
      <p class="eyebrow">
        {entry.label && <span class="code-label">{entry.label}</span>}
        <Belongs entry={entry} />
        {status && <StatusTag status={status} />}
        {mappingStatus && mappingStatus !== status && <StatusTag status={mappingStatus} of="mappings" />}
      </p>
      <h2 tabIndex={-1}>{entry.title}</h2>
      {entry.summary && (
        <p class="lead">
          <CodeText text={entry.summary} />
        </p>
      )}
      {kindParts(index.guide, kind, id)}
      <RelationGroups kind={kind} id={id} {...(shown ? { without: shown } : {})} />
      {entry.source && (
        <PageFoot links={entry.links} source={entry.source} status={status} mappingStatus={mappingStatus} />
      )}
    </>
  );
}

/** What the entry is: its kind, or the framework it is a part of. */
function Belongs({ entry }: { readonly entry: GuideEntry }) {
  const { index, go } = usePanel();
  const item = entry.kind === 'items' ? index.guide.items.get(entry.id) : undefined;
  const framework = item && index.guide.frameworks.get(item.framework);
  if (!framework) {
    const name = KIND_NAMES[entry.kind].one;
    return <span>{name.charAt(0).toUpperCase() + name.slice(1)}</span>;
  }
  return (
    <button type="button" class="crumb" onClick={() => go({ entry: `frameworks/${framework.id}` })}>
      {framework.title.includes(framework.edition)
        ? framework.title
        : `${framework.title} ${framework.edition}`}
    </button>
  );
}
