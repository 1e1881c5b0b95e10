import type { PanelPart } from '../../../protocol/panel-supply';
import { StageChips } from '../detail/chips';
import { resolve } from '../model/catalog-index';
import { Sign } from '../overlay/sign';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { EntryLinks } from '../parts/entry-links';
import { FoldedList } from '../parts/folded-list';
import { Section } from '../parts/section';

/** A part of the supply chain: what is known of it and why, what it is joined to, and where it is used. */
export function PartDetail({ part }: { readonly part: PanelPart }) {
  const { index, supply, post } = usePanel();
  const { id, name, version, kind, glyph, tone, alert, facts, uses, useCount, stages, entryPoint } = part;
  const relations = relationsOf(id, supply?.lineage);
  return (
    <>
      <p class="eyebrow">
        <Sign glyph={glyph} tone={tone} /> {kind}
      </p>
      <h2 tabIndex={-1} class="part-name">
        {name}
      </h2>
      {version !== '' && (
        <p>
          <code class="part-name">{version}</code>
        </p>
      )}
      {alert !== undefined && <p class="part-alert">{alert}</p>}
      <dl class="part-facts">
        {facts.map((fact) => (
          <div key={fact.name}>
            <dt>{fact.name}</dt>
            <dd>
              {fact.text}
              {fact.reason !== undefined && (
                <span class="overlay-row-note">
                  <CodeText text={fact.reason} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {relations.length > 0 && (
        <Section title="Joined to" count={relations.length}>
          <FoldedList
            key={id}
            class="text-list"
            items={relations.map((line) => (
              <li key={line}>{line}</li>
            ))}
          />
        </Section>
      )}
      <Section title="Used in" count={useCount}>
        <FoldedList
          key={id}
          class="overlay-rows"
          items={uses.map((use, at) => (
            <li key={`${at} ${use}`}>
              <button
                type="button"
                class="overlay-row"
                onClick={() => post({ type: 'openUse', part: id, use: at })}
              >
                <span class="part-name">{use}</span>
              </button>
            </li>
          ))}
        />
        {useCount > uses.length && <p class="quiet">and {useCount - uses.length} more</p>}
      </Section>
      {stages.length > 0 && (
        <Section title="Stages">
          <StageChips stages={resolve(stages, (stage) => index.stage(stage))} />
        </Section>
      )}
      {entryPoint !== undefined && (
        <Section title="Comes in by">
          <EntryLinks refs={[`entryPoints/${entryPoint}`]} />
        </Section>
      )}
    </>
  );
}

/** What a part is joined to, in words, as the picture has it. */
function relationsOf(
  id: string,
  lineage: NonNullable<ReturnType<typeof usePanel>['supply']>['lineage'] | undefined,
): string[] {
  const names = new Map(lineage?.nodes.map((node) => [node.id, node.name]));
  const lines = (lineage?.links ?? [])
    .filter(({ from, to }) => from === id || to === id)
    .map(({ from, to, text }) => `${names.get(from) ?? from} ${text} ${names.get(to) ?? to}`);
  return [...new Set(lines)];
}
