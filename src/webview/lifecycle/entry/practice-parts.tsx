import type { Comparison, EntryPoint, Gap, Guidance, Threat } from '../../../catalog/schema/practice';
import { CodeText } from '../parts/code-text';
import { Section } from '../parts/section';
import { TextList } from '../parts/text-list';
import { Verdict } from '../parts/verdict';
import { Facts } from './facts';
import { GuidanceLimits, GuidanceSteps } from './guidance-steps';

export function GuidanceParts({ entry }: { readonly entry: Guidance }) {
  return (
    <>
      <Section title="Steps" count={entry.steps.length}>
        <GuidanceSteps guidance={entry} />
      </Section>
      <GuidanceLimits guidance={entry} />
    </>
  );
}

/** What enters, whether one can look at it, and what is left to trust. */
export function EntryPointParts({ entry }: { readonly entry: EntryPoint }) {
  return (
    <>
      <Facts
        facts={[
          ['What enters', entry.asset],
          [
            'Origin',
            entry.openness === 'open' ? 'open: anybody can look at it' : 'closed: its maker alone sees it',
          ],
        ]}
      />
      <Section title="What can go wrong">
        <TextList lines={entry.dangers} />
      </Section>
      <Section title="What you can verify">
        <TextList lines={entry.verify} />
      </Section>
      <Section title="What you must trust">
        <TextList lines={entry.trust} />
      </Section>
    </>
  );
}

export function GapParts({ entry }: { readonly entry: Gap }) {
  return (
    <Section title="Do the OpenSSF tools close it?">
      <p>
        <Verdict verdict={entry.verdict} />
      </p>
      <p>
        <CodeText text={entry.reason} />
      </p>
    </Section>
  );
}

const COVERED = { yes: 'closes', partly: 'partly', no: 'open' } as const;

export function ThreatParts({ entry }: { readonly entry: Threat }) {
  return (
    <>
      <Facts facts={[['Also called', entry.aliases.join(', ')]]} />
      <Section title="Does an OpenSSF tool cover it?">
        <p>
          <Verdict verdict={COVERED[entry.covered]} />
        </p>
        <p>
          <CodeText text={entry.reason} />
        </p>
      </Section>
    </>
  );
}

export function ComparisonParts({ entry }: { readonly entry: Comparison }) {
  return (
    <>
      {(['same', 'new', 'gone'] as const)
        .filter((part) => entry[part].length > 0)
        .map((part) => (
          <Section key={part} title={COMPARISON_TITLES[part]}>
            <TextList lines={entry[part]} />
          </Section>
        ))}
    </>
  );
}

export const COMPARISON_TITLES = {
  same: 'What stays the same',
  new: 'What is new',
  gone: 'What is gone',
} as const;
