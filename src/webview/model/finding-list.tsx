import { useState } from 'preact/hooks';
import type { ModelView, ViewFinding, ViewTarget } from '../../report/model/view/model-view';
import { RichText } from './rich-text';
import { Sign } from './sign';
import { VERDICT_WORDS } from './verdict-words';

const AT_FIRST = 8;
const STEP = 200;

interface FindingListProps {
  readonly view: ModelView;
  readonly onShow: (target: ViewTarget) => void;
}

/** What was found, the worst first, each with its evidence; a finding in a pickle or text leads to its place. */
export function FindingList({ view, onShow }: FindingListProps) {
  const [limit, setLimit] = useState(AT_FIRST);
  const { findings, moreFindings } = view;
  if (findings.length === 0) return null;
  const shown = findings.length <= limit + 1 ? findings : findings.slice(0, limit);
  const hidden = findings.length - shown.length;
  const harmless = findings.every(({ verdict }) => verdict === 'safe');
  return (
    <section class="findings" aria-label={harmless ? 'Notes' : 'Findings'}>
      <h2>
        {harmless ? 'Notes' : 'Findings'}
        <span class="count">{findings.length + moreFindings}</span>
      </h2>
      <ul>
        {shown.map((finding, at) => (
          <FindingRow key={at} finding={finding} onShow={onShow} />
        ))}
      </ul>
      {hidden > 0 && (
        <button type="button" class="link-button" onClick={() => setLimit(limit + STEP)}>
          Show {Math.min(hidden, STEP)} more
        </button>
      )}
      {moreFindings > 0 && hidden === 0 && (
        <p class="quiet">{moreFindings} further findings are not listed.</p>
      )}
    </section>
  );
}

function FindingRow({
  finding,
  onShow,
}: {
  readonly finding: ViewFinding;
  readonly onShow: (target: ViewTarget) => void;
}) {
  const { verdict, message, place, code, count, target } = finding;
  const kind = verdict === 'safe' ? 'note' : verdict;
  return (
    <li class={`finding finding-${kind}`}>
      {verdict !== 'safe' && <Sign kind={verdict} />}
      <div class="finding-text">
        <span class="finding-kind">{VERDICT_WORDS[verdict].finding}</span> <RichText text={message} />
        {count > 1 && <span class="quiet"> {count} times.</span>}
        {code !== undefined && !message.includes(code) && <code class="evidence">{code}</code>}
        <div class="finding-place">
          {target ? (
            <button type="button" class="link-button" onClick={() => onShow(target)}>
              {place}
            </button>
          ) : (
            <span class="quiet">{place}</span>
          )}
        </div>
      </div>
    </li>
  );
}
