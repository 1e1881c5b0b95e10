import type { Evidence, MaturityDimension, MaturityLevel } from '../../../catalog/schema/maturity';
import { resolve } from '../model/catalog-index';
import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { EntryLink, EntryLinks } from '../parts/entry-links';
import { Section } from '../parts/section';
import { Facts } from './facts';

/** What to look for, and how much the sign counts. */
export function EvidenceParts({ entry }: { readonly entry: Evidence }) {
  return (
    <>
      <Facts
        facts={[
          ['Speaks', entry.polarity === 'for' ? 'for a control' : 'against a control'],
          ['Confidence', entry.confidence],
          ['Severity', entry.severity],
        ]}
      />
      <Section title="What to look for">
        <p>
          <CodeText text={entry.detect} />
        </p>
      </Section>
    </>
  );
}

/** The levels of a dimension and the evidence each asks for. */
export function DimensionParts({ entry }: { readonly entry: MaturityDimension }) {
  const { index } = usePanel();
  const levels = [...index.guide.maturityLevels.values()].sort((a, b) => a.number - b.number);
  return (
    <>
      {levels
        .map((level) => ({ level, asks: entry.asks.filter((ask) => ask.level === level.id) }))
        .filter(({ asks }) => asks.length > 0)
        .map(({ level, asks }) => (
          <Section key={level.id} title={`${level.id} ${level.title}`} count={`asks for ${asks.length}`}>
            <Asks asks={asks} />
          </Section>
        ))}
    </>
  );
}

/** Each line is one thing asked for; alternatives stand under each other with an "or". */
function Asks({ asks }: { readonly asks: MaturityDimension['asks'] }) {
  const { index } = usePanel();
  return (
    <ul class="risk-links">
      {asks.map(({ anyOf }) => (
        <li key={anyOf.join(' ')}>
          {resolve(anyOf, (id) => index.entry(`evidence/${id}`)).map((evidence, at) => (
            <EntryLink key={evidence.id} entry={evidence} {...(at === 0 ? {} : { note: 'or this' })} />
          ))}
        </li>
      ))}
    </ul>
  );
}

/** What a level asks for in each dimension, and what comes near it in other models. */
export function LevelParts({ entry }: { readonly entry: MaturityLevel }) {
  const { index } = usePanel();
  const dimensions = [...index.guide.maturityDimensions.values()];
  return (
    <>
      {entry.elsewhere.length > 0 && (
        <Section title="About the same elsewhere" count={entry.elsewhere.length}>
          <ul class="risk-links">
            {entry.elsewhere.map(({ framework, level }) => {
              const known = index.entry(`frameworks/${framework}`);
              return (
                <li key={framework}>
                  {known ? <EntryLink entry={known} note={level} /> : `${framework}: ${level}`}
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {dimensions.map((dimension) => {
        const asked = dimension.asks.filter((ask) => ask.level === entry.id).flatMap(({ anyOf }) => anyOf);
        return (
          asked.length > 0 && (
            <Section key={dimension.id} title={`${dimension.id} ${dimension.title}`} count={asked.length}>
              <EntryLinks refs={asked.map((id) => `evidence/${id}`)} />
            </Section>
          )
        );
      })}
    </>
  );
}
