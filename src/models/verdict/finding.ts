import type { Effect } from '../../catalog/schema/pickle-global';

/** From harmless to harmful. `incomplete`: nothing was found, but not everything was looked at. */
export const VERDICTS = ['safe', 'incomplete', 'suspicious', 'malicious'] as const;

export type Verdict = (typeof VERDICTS)[number];

export function worseOf(a: Verdict, b: Verdict): Verdict {
  return VERDICTS.indexOf(a) >= VERDICTS.indexOf(b) ? a : b;
}

/** Something to know about a file, with its evidence. A `safe` one is a note. */
export interface Finding {
  readonly verdict: Verdict;
  readonly rule: FindingRule;
  readonly message: string;
  readonly does?: Effect;
  /** The member of an archive, or the way into a pickle within a pickle; empty for the file itself. */
  readonly where: string;
  readonly offset: number;
  readonly opcode?: string;
  /** In the form of Python. */
  readonly code?: string;
  /** How often, where the same thing comes again. */
  count: number;
}

/**
 * What kind of thing was found. `code`: code that the format lets a file carry or name (layers, classes of a repository);
 * `operator`: an operation of a graph; `template`: a chat template; `path`: a name that leads somewhere else; `header`: sizes
 * and offsets that contradict each other.
 */
export type FindingRule =
  | 'code'
  | 'operator'
  | 'template'
  | 'path'
  | 'header'
  | 'import'
  | 'call'
  | 'change'
  | 'computed-name'
  | 'extension'
  | 'persistent-id'
  | 'broken'
  | 'frames'
  | 'streams'
  | 'hidden'
  | 'archive'
  | 'polyglot'
  | 'encrypted'
  | 'format'
  | 'limit';
