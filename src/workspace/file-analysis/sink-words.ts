import type { Engine } from '../../analysis/engine';
import { TriggerFilter } from '../../analysis/triggers/trigger-filter';
import type { SourceLanguage } from '../../source/model';

/** Says of a file's bytes whether one of its functions may lead to a sink, which alone is nothing that a rule looks for. */
export class SinkWords {
  private readonly filters = new Map<SourceLanguage, TriggerFilter>();

  constructor(private readonly engine: Engine) {}

  mayHold(language: SourceLanguage, bytes: Uint8Array): boolean {
    let filter = this.filters.get(language);
    if (!filter) this.filters.set(language, (filter = new TriggerFilter(this.engine.sinkWords(language))));
    return filter.matches(bytes);
  }
}
