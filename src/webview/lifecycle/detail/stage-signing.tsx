import type { Stage } from '../../../catalog/schema/lifecycle';
import { Section } from '../parts/section';
import { TextList } from '../parts/text-list';

/** What is signed at a stage, and what is verified there before it is used. */
export function StageSigning({ stage }: { readonly stage: Stage }) {
  const { sign, verify } = stage.signing;
  if (sign.length + verify.length === 0) return null;
  return (
    <Section title="Sign and verify" count={sign.length + verify.length}>
      <div class="columns">
        {sign.length > 0 && (
          <div>
            <h4>Sign</h4>
            <TextList lines={sign} />
          </div>
        )}
        {verify.length > 0 && (
          <div>
            <h4>Verify</h4>
            <TextList lines={verify} />
          </div>
        )}
      </div>
    </Section>
  );
}
