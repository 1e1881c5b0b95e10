import { withoutControlCharacters } from '../control-characters';
import { placeOf } from '../labels';
import type { ScanReport } from '../scan-report';
import type { Colors } from './colors';

/** One line for each thing that could not be read or analysed, under a heading; nothing when all went well. */
export function problemLines(report: ScanReport, colors: Colors): readonly string[] {
  const lines = [
    ...report.configurationProblems.map(
      ({ path, line, column, message }) => `${path}:${line}:${column} ${message}`,
    ),
    ...report.problems.map(({ path, message }) => `${path || '.'}: ${message}`),
    ...report.results.flatMap(({ path, problems }) =>
      problems.map(({ message, location }) => `${placeOf(path, location)} ${message}`),
    ),
  ];
  if (lines.length === 0) return [];
  return [
    colors.bold('Not read, or read in part:'),
    ...lines.map((line) => `  ${withoutControlCharacters(line)}`),
    '',
  ];
}
