import { EditedDocument } from '../../../scripts/fuzz/edited-document';
import type { DocumentAnalysis } from '../../../src/analysis/document-analysis';
import type { Engine } from '../../../src/analysis/engine';
import { testEngine } from '../../support/analyze';

/** A program that is looked at after every edit, with what is known of the version before. */
export class EditedProgram extends EditedDocument {
  constructor(text: string, engine: Engine = testEngine({ preset: 'all' })) {
    super(engine, 'app.py', { language: 'python', role: undefined }, text);
  }

  /** Replaces the only place where a text stands. */
  replace(old: string, now: string): DocumentAnalysis {
    if (this.text.split(old).length !== 2) throw new Error(`not there exactly once: ${old}`);
    return this.become(this.text.replace(old, () => now));
  }
}
