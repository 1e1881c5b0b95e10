import { usePanel } from '../panel-context';
import { CodeText } from '../parts/code-text';
import { Section } from '../parts/section';
import { TextList } from '../parts/text-list';
import { GuidanceSteps } from './guidance-steps';

interface GoodPracticeProps {
  /** Id of the page: `controls/C06`, `stages/data-engineering`, `risks/owasp-ml-2023:ML01`. */
  readonly id: string;
  readonly title?: string;
  readonly folded?: boolean;
}

/** The good-practice page that belongs to an entry, inside that entry's own page. Nothing when there is none. */
export function GoodPractice({ id, title = 'Good practice', folded = false }: GoodPracticeProps) {
  const { index } = usePanel();
  const guidance = index.guide.guidance.get(id);
  if (!guidance) return null;
  return (
    <Section title={title} count={`${guidance.steps.length} steps`}>
      <p class="practice-title">{guidance.title}</p>
      <p>
        <CodeText text={guidance.summary} />
      </p>
      <GuidanceSteps guidance={guidance} folded={folded} />
      <h4>What it does not protect against</h4>
      <TextList lines={guidance.limits} />
    </Section>
  );
}
