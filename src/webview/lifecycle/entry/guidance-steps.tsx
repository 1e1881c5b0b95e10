import type { Guidance } from '../../../catalog/schema/practice';
import { CodeBlock } from '../parts/code-block';
import { CodeText } from '../parts/code-text';
import { Icon } from '../parts/icon';
import { Section } from '../parts/section';
import { TextList } from '../parts/text-list';

type Step = Guidance['steps'][number];

/** The steps of a page on good practice, in their order. `folded` shows their titles; each opens to the rest. */
export function GuidanceSteps({
  guidance,
  folded = false,
}: {
  readonly guidance: Guidance;
  readonly folded?: boolean;
}) {
  return (
    <ol class="steps">
      {guidance.steps.map((step, at) => (
        <li key={step.title}>
          {folded ? (
            <details class="entry step">
              <summary>
                <Icon name="chevron" />
                <span class="step-number">{at + 1}</span>
                <span>{step.title}</span>
              </summary>
              <StepBody step={step} />
            </details>
          ) : (
            <div class="step">
              <h4>
                <span class="step-number">{at + 1}</span>
                {step.title}
              </h4>
              <StepBody step={step} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function StepBody({ step }: { readonly step: Step }) {
  return (
    <div class="step-body">
      <p>
        <CodeText text={step.text} />
      </p>
      {step.commands.length > 0 && (
        <CodeBlock text={step.commands.join('\n')} name={`Commands: ${step.title}`} />
      )}
      {step.code && <CodeBlock text={step.code.text} name={`Code: ${step.title}`} />}
      {step.gate !== undefined && (
        <p class="step-note">
          <Icon name="stop" />
          <span>
            <strong>Stop when:</strong> <CodeText text={step.gate} />
          </span>
        </p>
      )}
      {step.evidence !== undefined && (
        <p class="step-note">
          <Icon name="shield" />
          <span>
            <strong>Leaves behind:</strong> <CodeText text={step.evidence} />
          </span>
        </p>
      )}
    </div>
  );
}

/** What a page on good practice does not protect against. */
export function GuidanceLimits({ guidance }: { readonly guidance: Guidance }) {
  return (
    <Section title="What it does not protect against">
      <TextList lines={guidance.limits} />
    </Section>
  );
}
