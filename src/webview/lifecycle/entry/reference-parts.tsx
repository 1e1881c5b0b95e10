import type { Control, Role, Technique, Tool } from '../../../catalog/schema/reference';
import { useOverlayChoices } from '../overlay/use-overlay-choices';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';
import { Facts } from './facts';
import { GoodPractice } from './good-practice';

export function ControlParts({ entry }: { readonly entry: Control }) {
  return <GoodPractice id={`controls/${entry.id}`} />;
}

export function ToolParts({ entry }: { readonly entry: Tool }) {
  return (
    <>
      <Facts
        facts={[
          ['Kept by', entry.home],
          ['Standing', entry.standing],
          ['Licence', entry.licence],
          ['Also called', entry.aliases.join(', ')],
        ]}
      />
      <TextSection title="What it closes" text={entry.closes} />
      <TextSection title="What it leaves open" text={entry.leaves} />
      <TextSection title="How its use shows in a repository" text={entry.traces} />
    </>
  );
}

function TextSection({ title, text }: { readonly title: string; readonly text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <Section title={title}>
      <p>
        <CodeText text={text} />
      </p>
    </Section>
  );
}

/** The persona behind a role, and the way to the lifecycle as this role sees it. */
export function RoleParts({ entry }: { readonly entry: Role }) {
  const { go } = usePanel();
  const overlay = `as:${entry.id}`;
  const known = useOverlayChoices().some(({ id }) => id === overlay);
  return (
    <>
      <Facts
        facts={[
          ['Group', entry.group],
          ['OpenSSF persona', entry.persona],
          ['Also called', entry.aliases.join(', ')],
        ]}
      />
      {known && (
        <p class="page-action">
          <button type="button" class="secondary" onClick={() => go({ view: 'diagram', overlay })}>
            <Icon name="person" /> Show the lifecycle as {entry.title}
          </button>
        </p>
      )}
    </>
  );
}

export function TechniqueParts({ entry }: { readonly entry: Technique }) {
  return (
    <Facts
      facts={[
        ['Seen', entry.maturity],
        ['Concerns', entry.platforms.join(', ')],
      ]}
    />
  );
}
