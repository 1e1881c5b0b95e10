import type { FormatSample } from '../../test/support/models/samples/sample';
import { inspectSample } from './inspect-sample';
import { escaped, evidenceCell, textTable, verdictCell } from './table-cells';

/** Each format with what is said of an honest file and of a harmful one. */
export function formatTable(samples: readonly FormatSample[]): string {
  const rows = samples.map(({ format, name, benign, harmful }) => {
    const honest = inspectSample(benign, name);
    const bad = inspectSample(harmful, name);
    return [escaped(format), verdictCell(honest), verdictCell(bad), evidenceCell(bad)];
  });
  return textTable(['Format', 'Honest sample', 'Harmful sample', 'Evidence'], rows);
}
