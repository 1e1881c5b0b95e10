import { HARMFUL_CALLS } from '../../test/support/models/evasions/harmful-calls';
import { HIDDEN_IN_CONTAINERS } from '../../test/support/models/evasions/hidden-in-containers';
import { HIDDEN_IN_MEMBERS } from '../../test/support/models/evasions/hidden-in-members';
import { HIDDEN_IN_STREAMS } from '../../test/support/models/evasions/hidden-in-streams';
import type { Evasion } from '../../test/support/models/evasions/evasion';
import { inspectSample } from './inspect-sample';
import { escaped, evidenceCell, textTable, verdictCell } from './table-cells';

const GROUPS: readonly (readonly [title: string, evasions: readonly Evasion[]])[] = [
  ['What is called, and how', HARMFUL_CALLS.map(([what, content]) => [what, content])],
  ['Where in a stream it stands', HIDDEN_IN_STREAMS],
  ['In a member of a checkpoint', HIDDEN_IN_MEMBERS],
  ['Behind and within containers', HIDDEN_IN_CONTAINERS],
];

/** Every way past a scanner that there is a sample of, a line each. */
export function evasionTables(): string {
  const parts = GROUPS.flatMap(([title, evasions]) => {
    const rows = evasions.map(([what, content]) => {
      const inspection = inspectSample(content, 'model.pt');
      return [escaped(what), verdictCell(inspection), evidenceCell(inspection)];
    });
    return [`### ${title}`, textTable(['Evasion', 'Verdict', 'Reason'], rows)];
  });
  return parts.join('\n\n');
}
