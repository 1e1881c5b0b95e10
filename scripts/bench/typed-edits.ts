/** One edit as an editor sends it: text that goes in at a place. */
export interface TypedEdit {
  readonly line: number;
  readonly character: number;
  readonly text: string;
}

/** What is typed, one key at a time: brackets stay open until they are closed, which is the hard case. */
const STATEMENTS = [
  'scores = model.generate(batch["input_ids"], max_new_tokens=64)',
  'if len(scores) > LIMIT and not quiet: logger.info(f"{len(scores)} scores")',
  'weights = torch.load(path / "weights.pt", weights_only=True)',
  'rows = [row for row in table if row.label is not None]',
];

/** A line that ends a statement, when the next one begins a statement beside it. */
const STATEMENT = /^( +)[a-z][\w.]*(?: = |\().*[\w)\]"]$/u;

/**
 * Edits that add statements to a program, key by key, each on a line of its own at another place of the file. The lines change as
 * the edits are taken.
 */
export function* typedEdits(lines: string[], count: number): Generator<TypedEdit> {
  let made = 0;
  for (let round = 0; made < count; round++) {
    const line = placeNear(lines, Math.floor((round * lines.length * 0.37) % lines.length));
    const [indent = ''] = /^ */u.exec(lines[line] ?? '') ?? [];
    const end = lines[line]?.length ?? 0;
    lines.splice(line + 1, 0, indent);
    yield { line, character: end, text: `\n${indent}` };
    made += 1;
    for (const text of STATEMENTS[round % STATEMENTS.length] ?? '') {
      if (made++ >= count) return;
      const before = lines[line + 1] ?? '';
      lines[line + 1] = before + text;
      yield { line: line + 1, character: before.length, text };
    }
  }
}

function placeNear(lines: readonly string[], from: number): number {
  for (let step = 0; step < lines.length; step++) {
    const at = (from + step) % lines.length;
    const [, indent] = STATEMENT.exec(lines[at] ?? '') ?? [];
    if (indent !== undefined && new RegExp(`^${indent}[a-z]`, 'u').test(lines[at + 1] ?? '')) return at;
  }
  return 0;
}
