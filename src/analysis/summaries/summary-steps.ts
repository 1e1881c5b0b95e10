import { LineIndex } from '../../source/line-index';
import type { Origin } from '../../source/model';
import type { TextRange } from '../../source/range';
import type { SummaryStep } from './file-summary';

/** Makes steps of a flow that can be shown from another file. */
export class SummarySteps {
  private made: LineIndex | undefined;

  constructor(
    private readonly path: string,
    private readonly text: string,
  ) {}

  at({ start, end }: TextRange, label: string): SummaryStep {
    const { path } = this;
    const lines = (this.made ??= new LineIndex(this.text));
    return { label, place: { path, start: lines.positionAt(start), end: lines.positionAt(end) } };
  }

  /** The steps of a flow from its origin on, without the origin itself. */
  along({ path }: Origin): readonly SummaryStep[] {
    return [...path].reverse().map(({ range, label }) => this.at(range, label));
  }
}
