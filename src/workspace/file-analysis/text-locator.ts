import { LineIndex } from '../../source/line-index';
import type { TextRange } from '../../source/range';
import type { SourceLocation } from './file-result';
import type { Locator } from './locator';

/** Places in a plain text file. */
export class TextLocator implements Locator {
  private index: LineIndex | undefined;

  constructor(private readonly text: string) {}

  /** In most files nothing has to be located. */
  private get lines(): LineIndex {
    return (this.index ??= new LineIndex(this.text));
  }

  locate({ start, end }: TextRange): SourceLocation {
    return { start: this.lines.positionAt(start), end: this.lines.positionAt(end) };
  }

  textOf({ start, end }: TextRange): string {
    return firstLine(this.text.slice(start, end));
  }

  locateCell(): SourceLocation {
    return this.locate({ start: 0, end: 0 });
  }

  lineAt(offset: number): string {
    return this.lines.lineText(this.lines.positionAt(offset).line);
  }
}

/** What stands before the first line break. */
export function firstLine(text: string): string {
  return text.split(/[\r\n]/u, 1)[0] ?? '';
}
