import type { ImportedNames } from '../../model';
import { ExpressionFactory } from '../expressions/expression-factory';
import type { Facts } from '../facts/facts';
import type { KeptSites } from '../sections/kept-sites';
import type { Tracking } from '../sections/tracking';
import { Budget } from './answers';
import { Bindings } from './bindings';
import { CallSites } from './call-sites';
import { Entities } from './entities';
import { PythonCallResolver } from './python-call-resolver';
import { Strings } from './strings';
import { Values } from './values';

/** The services that answer questions about one file, each lazily and each built on those before it. */
export class Resolution {
  readonly source: ExpressionFactory;
  readonly bindings: Bindings;
  readonly entities: Entities;
  readonly sites: CallSites;
  readonly values: Values;
  readonly strings: Strings;

  constructor(
    readonly facts: Facts,
    tracking?: Tracking,
    keptSites?: KeptSites,
    imported?: ImportedNames,
  ) {
    const resolver = new PythonCallResolver(
      () => this.entities,
      () => this.values,
      () => this.strings,
    );
    const budget = new Budget(tracking);
    this.source = new ExpressionFactory(facts, resolver, tracking);
    this.bindings = new Bindings(facts, tracking);
    this.entities = new Entities(this.source, this.bindings, budget, imported);
    this.sites = new CallSites(this.source, this.entities, keptSites);
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
