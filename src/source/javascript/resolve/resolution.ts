import type { ImportedNames } from '../../model';
import { ExpressionFactory } from '../expressions/expression-factory';
import type { Facts } from '../facts/facts';
import { Budget } from './answers';
import { Bindings } from './bindings';
import { CallSites } from './call-sites';
import { Callbacks } from './callbacks';
import { Entities } from './entities';
import { JavaScriptCallResolver } from './javascript-call-resolver';
import { Strings } from './strings';
import { Values } from './values';

/** The services that answer questions about one file, each lazily and each built on those before it. */
export class Resolution {
  readonly source: ExpressionFactory;
  readonly bindings: Bindings;
  readonly callbacks: Callbacks;
  readonly entities: Entities;
  readonly sites: CallSites;
  readonly values: Values;
  readonly strings: Strings;

  constructor(
    readonly facts: Facts,
    imported?: ImportedNames,
  ) {
    const budget = new Budget();
    this.source = new ExpressionFactory(facts, new JavaScriptCallResolver(() => this));
    this.bindings = new Bindings(facts);
    this.callbacks = new Callbacks(this.source, this.bindings);
    this.entities = new Entities(this.source, this.bindings, this.callbacks, budget, imported);
    this.sites = new CallSites(this.source, this.entities);
    this.values = new Values(
      this.source,
      this.bindings,
      this.entities,
      this.sites,
      () => this.strings,
      budget,
      imported,
    );
    this.strings = new Strings(this.source, this.bindings, this.values, budget);
  }
}
