import { useState } from 'preact/hooks';
import type { WireFinding } from '../../../protocol/finding';
import { locationText } from '../model/location-text';
import { InlineMarkdown } from '../markdown/markdown';
import { usePanel } from '../panel-context';
import { SeverityIcon } from '../parts/severity-label';

const AT_FIRST = 5;

/** Findings, worst first; each opens its place in the editor. The first few until more are asked for. */
export function FindingsList({ findings }: { readonly findings: readonly WireFinding[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  const more = findings.length - shown.length;
  return (
    <>
      <ul class="findings">
        {shown.map((finding) => (
          <li key={finding.id}>
            <FindingRow finding={finding} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="link-button" onClick={() => setAll(true)}>
          Show {more} more
        </button>
      )}
    </>
  );
}

function FindingRow({ finding }: { readonly finding: WireFinding }) {
  const { post } = usePanel();
  return (
    <button type="button" class="finding" onClick={() => post({ type: 'openFinding', id: finding.id })}>
      <SeverityIcon severity={finding.severity} />
      <span class="finding-text">
        <span class="finding-message">
          <InlineMarkdown text={finding.message} />
        </span>
        <span class="finding-place">
          {locationText(finding)} · {finding.ruleId}
        </span>
      </span>
    </button>
  );
}
