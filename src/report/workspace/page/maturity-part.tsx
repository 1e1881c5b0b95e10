import type { Guide } from '../../../catalog/catalog';
import type {
  AssessedDimension,
  AssessedEvidence,
  Assessment,
} from '../../../supplychain/maturity/assessment';
import { evidencePlaceText, levelDots, levelName, STATE_WORDS, stepText } from '../maturity-words';
import { CodeText } from './code-text';
import { Fold, FirstOf } from './fold';

const MOST_PLACES = 3;

interface MaturityProps {
  readonly assessment: Assessment;
  readonly guide: Guide;
}

/** How far the project has come, dimension by dimension, with the evidence and what would come next. */
export function MaturityPart({ assessment, guide }: MaturityProps) {
  const { level, average, confidence, dimensions } = assessment;
  return (
    <>
      <p>
        <b>{levelName(guide, level)}</b>: the level of the lowest dimension that applies; on average{' '}
        {average.toFixed(1)}. {confidence.observed} of {confidence.observable} pieces of evidence could be
        told.
      </p>
      {dimensions.map((dimension) => (
        <Dimension key={dimension.id} dimension={dimension} assessment={assessment} guide={guide} />
      ))}
    </>
  );
}

function Dimension({
  dimension,
  assessment,
  guide,
}: MaturityProps & { readonly dimension: AssessedDimension }) {
  const { id, level, caps, next } = dimension;
  const states = new Map(assessment.evidence.map((one) => [one.id, one]));
  return (
    <Fold
      open={false}
      title={
        <>
          {level !== undefined && (
            <span class="dots" aria-hidden="true">
              {levelDots(guide, level)}{' '}
            </span>
          )}
          <b>
            {id} {guide.maturityDimensions.get(id)?.title ?? ''}
          </b>{' '}
          <span class="quiet">{levelName(guide, level)}</span>
        </>
      }
    >
      {caps.map((cap) => (
        <p key={cap.evidence} class="alert">
          <span aria-hidden="true">▲</span> Held at {cap.level}:{' '}
          {guide.evidence.get(cap.evidence)?.title ?? cap.evidence}
        </p>
      ))}
      <ul class="asks">
        {dimension.asks.map((ask) => (
          <li key={`${ask.level} ${ask.anyOf.join()}`}>
            <span class="sign" aria-hidden="true">
              {STATE_WORDS[ask.state][0]}
            </span>{' '}
            {ask.level} {ask.anyOf.map((one) => guide.evidence.get(one)?.title ?? one).join(' or ')}:{' '}
            <span class="quiet">{STATE_WORDS[ask.state][1]}</span>
            <Places evidence={ask.anyOf.flatMap((one) => states.get(one) ?? [])} />
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <p class="note">
          <b>Next:</b> {next.map((step) => stepText(guide, step)).join('; ')}
        </p>
      )}
    </Fold>
  );
}

/** Where evidence shows, and what somebody attests. */
function Places({ evidence }: { readonly evidence: readonly AssessedEvidence[] }) {
  const told = evidence.filter(({ state }) => state === 'found' || state === 'contradicted');
  const attested = evidence.flatMap(({ state, attestation }) =>
    state === 'attested' && attestation ? [attestation] : [],
  );
  const lines = told.flatMap(({ places }) => places.map(evidencePlaceText));
  if (lines.length === 0 && attested.length === 0) return null;
  return (
    <>
      {attested.map(({ by, on, note }) => (
        <p key={`${by} ${on}`} class="note">
          {by} on {on}
          {note === undefined ? '' : `: ${note}`}
        </p>
      ))}
      {lines.length > 0 && (
        <FirstOf
          most={MOST_PLACES}
          name="places"
          lines={lines.map((line) => (
            <span key={line} class="break">
              <CodeText text={line} />
            </span>
          ))}
        />
      )}
    </>
  );
}
