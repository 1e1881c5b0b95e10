import type { Link } from '../../../catalog/schema/entry';
import { usePanel } from '../panel-context';
import { Icon } from './icon';

/** A link that the editor opens: it asks the user first when it does not trust the site. */
export function ExternalLink({ link }: { readonly link: Link }) {
  const { post } = usePanel();
  return (
    <a
      href={link.url}
      title={link.url}
      onClick={(event) => {
        event.preventDefault();
        post({ type: 'openLink', url: link.url });
      }}
    >
      {link.title}
      <Icon name="external" />
    </a>
  );
}
