import type { TextPlace } from '../content/text-place';
import type { Comment } from '../model';
import type { TextRange } from '../range';

/** An instruction with the lines that go on from it, comments between them left out, and the texts behind `<<`. */
export interface LogicalLine {
  /** Line ends are kept with the backslash before them: a shell reads past them. */
  readonly text: string;
  readonly range: TextRange;
  readonly place: TextPlace;
  /** Texts behind `<<`, in their order. */
  readonly documents: readonly { readonly text: string; readonly start: number }[];
}

const HERE_DOCUMENT = /<<(-?)\s*(["']?)([A-Za-z_][\w.-]*)\2/gu;

/** Takes a Dockerfile apart into instructions: https://docs.docker.com/reference/dockerfile/#format. */
export function readLogicalLines(text: string): {
  readonly lines: readonly LogicalLine[];
  readonly comments: readonly Comment[];
} {
  const escape = /^\s*#\s*escape\s*=\s*`/imu.test(text.slice(0, 500)) ? '`' : '\\';
  const comments: Comment[] = [];
  const lines: LogicalLine[] = [];
  const physical = [...text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/gu)].map((match) => ({
    text: match[1] ?? '',
    start: match.index,
  }));
  let current = '';
  let offsets: number[] = [];
  for (let at = 0; at < physical.length; at++) {
    const line = physical[at];
    if (!line) break;
    const trimmed = line.text.trim();
    if (trimmed.startsWith('#')) {
      const start = line.start + line.text.indexOf('#');
      comments.push({ text: trimmed.slice(1), range: { start, end: start + trimmed.length }, ownLine: true });
      continue;
    }
    // Empty lines within an instruction are allowed, if frowned upon.
    if (trimmed === '' && (current === '' || at < physical.length - 1)) continue;
    const continues = line.text.trimEnd().endsWith(escape) && at < physical.length - 1;
    const kept = continues ? line.text.trimEnd().slice(0, -1) : line.text;
    for (let index = 0; index < kept.length; index++) offsets.push(line.start + index);
    current += kept;
    if (continues) {
      offsets.push(line.start + kept.length, line.start + kept.length);
      current += '\\\n';
      continue;
    }
    const documents = /^\s*(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/iu.test(current) ? documentsOf(current) : [];
    const read: { text: string; start: number }[] = [];
    for (const { closing, stripsTabs } of documents) {
      const start = physical[at + 1]?.start ?? text.length;
      let end = start;
      for (at++; at < physical.length; at++) {
        const one = physical[at];
        end = one?.start ?? text.length;
        if ((stripsTabs ? one?.text.replace(/^\t+/u, '') : one?.text) === closing) break;
        end = text.length;
      }
      read.push({ text: text.slice(start, end), start });
    }
    lines.push(...finish(current, offsets, read));
    current = '';
    offsets = [];
  }
  return { lines: [...lines, ...finish(current, offsets, [])], comments };
}

function documentsOf(text: string): readonly { readonly closing: string; readonly stripsTabs: boolean }[] {
  return [...text.matchAll(HERE_DOCUMENT)].map(([, dash, , closing = '']) => ({
    closing,
    stripsTabs: dash === '-',
  }));
}

function finish(
  text: string,
  offsets: readonly number[],
  documents: LogicalLine['documents'],
): readonly LogicalLine[] {
  const indent = text.length - text.trimStart().length;
  const kept = text.trim();
  if (kept === '') return [];
  const places = offsets.slice(indent, indent + kept.length);
  const end = (places.at(-1) ?? 0) + 1;
  const place = { offsetOf: (offset: number) => places[offset] ?? end };
  return [{ text: kept, range: { start: places[0] ?? 0, end }, place, documents }];
}
