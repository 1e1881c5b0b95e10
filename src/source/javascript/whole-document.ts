import type { SourceModel } from '../model';
import type { TextRange } from '../range';
import type { Anchor, TrackedSection, TrackedSections } from '../section';

/** A document that is one section, looked at anew in every version. */
export class WholeDocument implements TrackedSections {
  readonly sections: readonly TrackedSection[];
  private readonly key = {};

  constructor(model: Pick<SourceModel, 'assignments' | 'calls' | 'strings'>) {
    const { key } = this;
    this.sections = [
      {
        key,
        isKept: false,
        get calls() {
          return model.calls;
        },
        get strings() {
          return model.strings;
        },
        get assignments() {
          return model.assignments ?? [];
        },
      },
    ];
  }

  lookAt(_section: TrackedSection, work: () => void): void {
    work();
  }

  anchor({ start, end }: TextRange): readonly [Anchor, Anchor] {
    const { key } = this;
    return [
      { key, offset: start },
      { key, offset: end },
    ];
  }

  placeOf({ offset }: Anchor): number {
    return offset;
  }

  forgo(): void {
    // Nothing is kept.
  }

  finish(isUsable: boolean): boolean {
    return isUsable;
  }
}
