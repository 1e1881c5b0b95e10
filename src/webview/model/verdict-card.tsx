import type { ModelView } from '../../report/model/view/model-view';
import type { Progress } from './page-model';
import { RichText } from './rich-text';
import { Sign, type SignKind } from './sign';

interface VerdictCardProps {
  readonly view: ModelView | undefined;
  readonly progress: Progress;
  readonly onAgain: () => void;
}

interface Answer {
  readonly kind: SignKind;
  readonly title: string;
}

const ANSWERS: Readonly<Record<ModelView['verdict'], Answer>> = {
  malicious: { kind: 'malicious', title: 'Malicious: do not load this file' },
  suspicious: { kind: 'suspicious', title: 'Suspicious: loading it runs unknown code, or hides something' },
  incomplete: { kind: 'incomplete', title: 'Not fully analysed' },
  safe: { kind: 'safe', title: 'Safe to load' },
};

/** The answer, before anything else: what the file is and what loading it would do. */
export function VerdictCard({ view, progress, onAgain }: VerdictCardProps) {
  const { kind, title } = answerFor(view, progress);
  const stands = progress.state === 'stopped' || progress.state === 'failed';
  return (
    <section class={`verdict-card verdict-${kind}`} aria-label="Verdict">
      <Sign kind={kind} />
      <div class="verdict-text" role="status">
        <h2>{title}</h2>
        {progress.state === 'failed' && <p>{progress.message}</p>}
        {progress.state === 'stopped' && <p>What was seen of the file until then is shown below.</p>}
        {view &&
          isAnswered(view, progress) &&
          view.words.map((sentence) => (
            <p key={sentence}>
              <RichText text={sentence} />
            </p>
          ))}
        {view && <p class="quiet">{view.format}. Nothing of the file was loaded or executed.</p>}
        {stands && (
          <button type="button" class="button" onClick={onAgain}>
            Inspect again
          </button>
        )}
      </div>
    </section>
  );
}

/** While a file is read only bad news is final. */
function isAnswered(view: ModelView, progress: Progress): boolean {
  return view.complete || (progress.state !== 'failed' && isBad(view));
}

function isBad({ verdict }: ModelView): boolean {
  return verdict === 'malicious' || verdict === 'suspicious';
}

function answerFor(view: ModelView | undefined, progress: Progress): Answer {
  if (progress.state === 'failed') return { kind: 'failed', title: 'The file could not be inspected' };
  if (view && (view.complete || isBad(view))) return ANSWERS[view.verdict];
  if (progress.state === 'stopped')
    return { kind: 'incomplete', title: 'Not fully analysed: you stopped the inspection' };
  return { kind: 'running', title: 'Inspecting the file' };
}
