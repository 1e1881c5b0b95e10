import type { Comment, SourceModel } from '../../source/model';
import type { TextRange } from '../../source/range';
import { oncePerModel } from '../once-per-model';

/** What every suppression comment starts with. */
export const SUPPRESSION_MARK = 'mlsecops:';

/** `# mlsecops: ignore[rule-id, other-rule] reason`, and where it applies. */
export interface Suppression {
  readonly ruleIds: readonly string[];
  readonly reason: string;
  readonly comment: TextRange;
  /** Findings that touch this range are hidden: the comment's line, or the next statement. */
  readonly applies: TextRange;
}

/** A comment that starts like a suppression and is not one. */
export interface MalformedSuppression {
  readonly comment: TextRange;
}

const SHAPE = /^\s*mlsecops:\s*ignore\s*\[([^\]]*)\]\s*(.*)$/su;

/** What the comments of one document that start like a suppression say. */
export interface SuppressionComments {
  readonly suppressions: readonly Suppression[];
  readonly malformed: readonly MalformedSuppression[];
}

/** The suppression comments of one document. */
export const readSuppressions = oncePerModel((model): SuppressionComments => {
  const suppressions: Suppression[] = [];
  const malformed: MalformedSuppression[] = [];
  // Nearly every document: its comments need not be looked at one by one.
  if (!model.text.includes(SUPPRESSION_MARK)) return { suppressions, malformed };
  for (const comment of model.comments) {
    if (!comment.text.trimStart().startsWith(SUPPRESSION_MARK)) continue;
    const match = SHAPE.exec(comment.text);
    const ruleIds = (match?.[1] ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    if (!match || ruleIds.length === 0) {
      malformed.push({ comment: comment.range });
      continue;
    }
    suppressions.push({
      ruleIds,
      reason: (match[2] ?? '').trim(),
      comment: comment.range,
      applies: appliesTo(comment, model),
    });
  }
  return { suppressions, malformed };
});

function appliesTo(comment: Comment, model: SourceModel): TextRange {
  const own = lineAround(model.text, comment.range.start);
  if (!comment.ownLine) return own;
  return model.statementAfter(comment.range.end) ?? own;
}

function lineAround(text: string, offset: number): TextRange {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end };
}
