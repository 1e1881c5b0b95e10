import type { Corpus } from './corpus';
import { markdownTable } from './markdown-table';
import type { ScanMeasure } from './scan-measure';

/** The scans side by side: time, throughput, and each as a multiple of the cold scan. */
export function scanTable(corpus: Corpus, measures: readonly ScanMeasure[]): string {
  const cold = measures.find(({ what }) => what === 'scan, cold');
  const rows = measures.map(({ what, milliseconds, peakMemory, note }) => [
    what,
    `${(milliseconds / 1000).toFixed(2)} s`,
    `${(corpus.bytes / 1e6 / (milliseconds / 1000)).toFixed(1)} MB/s`,
    cold ? (milliseconds / cold.milliseconds).toFixed(2) : '',
    peakMemory === undefined ? '' : `${Math.round(peakMemory)} MB`,
    note,
  ]);
  return markdownTable(['what', 'time', 'throughput', 'time / cold scan', 'peak memory', 'result'], rows);
}
