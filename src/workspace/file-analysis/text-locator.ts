import { LineIndex } from '../../source/line-index';
import type { TextRange } from '../../source/range';
import type { SourceLocation } from './file-result';
import type { Locator } from './locator';

/** Places in a plain text file. */
export class TextLocator implements Locator {
  private readonly lines: LineIndex;

  constructor(text: string) {
    this.lines = new LineIndex(text);
  }

  locate({ start, end }: TextRange): SourceLocation {
    return { start: this.lines.positionAt(start), end: this.lines.positionAt(end) };
  }

  locateCell(): SourceLocation {
    return this.locate({ start: 0, end: 0 });
  }

  lineAt(offset: number): string {
    return this.lines.lineText(this.lines.positionAt(offset).line);
  }
}
