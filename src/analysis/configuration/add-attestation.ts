import { isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';

/** What is written into a project file. */
export interface WrittenAttestation {
  readonly evidence: string;
  readonly by: string;
  /** `2026-11-01`. */
  readonly on: string;
  readonly note?: string;
}

/**
 * The text of a project file with one more attestation. Everything else stays as it is written, comments included.
 *
 * @throws Error when the text is no YAML, or what stands under `attestations` is no list
 */
export function addAttestation(text: string, attestation: WrittenAttestation): string {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    const [place] = problem.linePos ?? [];
    throw new Error(
      `The project file is not valid YAML${place ? ` (line ${place.line})` : ''}. Mend it first.`,
    );
  }
  if (document.contents !== null && !isMap(document.contents))
    throw new Error('The project file holds no settings but something else. Mend it first.');
  const item = stringify([attestation], { lineWidth: 0 });
  const known: unknown = document.get('attestations', true);
  if (known === undefined) return `${withLineEnd(text)}\nattestations:\n${indented(item, '  ')}`.trimStart();
  if (!isSeq(known)) {
    if (!isScalar(known) || known.value !== null)
      throw new Error('`attestations` in the project file is no list.');
    document.set('attestations', [attestation]);
    return document.toString({ lineWidth: 0 });
  }
  const last = known.items.at(-1);
  const end = nodeEnd(last);
  if (known.flow === true || end === undefined) {
    known.flow = false;
    known.add(document.createNode(attestation));
    return document.toString({ lineWidth: 0 });
  }
  const lineEnd = text.indexOf('\n', end - 1);
  const at = lineEnd < 0 ? text.length : lineEnd + 1;
  return `${withLineEnd(text.slice(0, at))}${indented(item, indentOf(text, known.range?.[0] ?? 0))}${text.slice(at)}`;
}

/** Where the last character of a node ends. */
function nodeEnd(node: unknown): number | undefined {
  const range = (node as { readonly range?: readonly [number, number, number] | null } | undefined)?.range;
  return range?.[1];
}

/** The white space before the first dash of a list. */
function indentOf(text: string, dash: number): string {
  return text.slice(text.lastIndexOf('\n', dash - 1) + 1, dash);
}

function indented(lines: string, indent: string): string {
  return lines.replace(/^(?=.)/gmu, indent);
}

function withLineEnd(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
