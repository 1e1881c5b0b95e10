import type { ExpressionSource } from '../expressions/expression-source';
import type { FunctionRecord } from '../facts/scope';
import type { CallSite } from '../resolve/call-sites';
import type { FunctionKey, KeptSite, SectionRecord } from './section-record';
import type { Tracking } from './tracking';

/** Which calls run which functions, gathered from what is known of each section. */
export class KeptSites {
  private byFunction:
    Map<FunctionKey, { readonly section: SectionRecord; readonly site: KeptSite }[]> | undefined;

  constructor(
    private readonly sections: readonly SectionRecord[],
    private readonly tracking: Tracking,
  ) {}

  /** Calls in the file that run the function, in source order. */
  of(record: FunctionRecord, source: ExpressionSource): readonly CallSite[] {
    this.tracking.asksCallsOf(record.node);
    const key = this.tracking.sectionOf(record.node)?.functionAt(record.node);
    const found = (key && this.index().get(key)) ?? [];
    return found.flatMap(({ section, site }): readonly CallSite[] => {
      const call = source.at(section.first + site.node);
      return call.kind === 'call' ? [{ call, record, skip: site.skip }] : [];
    });
  }

  private index(): NonNullable<KeptSites['byFunction']> {
    if (this.byFunction) return this.byFunction;
    this.byFunction = new Map();
    for (const section of this.sections) {
      for (const site of section.sites) {
        const known = this.byFunction.get(site.of);
        if (known) known.push({ section, site });
        else this.byFunction.set(site.of, [{ section, site }]);
      }
    }
    return this.byFunction;
  }
}
