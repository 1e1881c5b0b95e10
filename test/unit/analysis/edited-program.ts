import { AnalysisMemory } from '../../../src/analysis/analysis-memory';
import type { DocumentAnalysis } from '../../../src/analysis/document-analysis';
import type { Engine } from '../../../src/analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../../src/analysis/package-versions';
import type { ParsedSource } from '../../../src/source/front-end';
import { PythonFrontEnd } from '../../../src/source/python/python-front-end';
import { changedRange } from '../../../src/server/documents/changed-range';
import { testEngine } from '../../support/analyze';

/** A program that is looked at after every edit, with what is known of the version before. */
export class EditedProgram {
  private readonly frontEnd = new PythonFrontEnd();
  private readonly memory = new AnalysisMemory();
  private source: ParsedSource;

  constructor(
    private text: string,
    private readonly engine: Engine = testEngine({ preset: 'all' }),
  ) {
    this.source = this.frontEnd.parse(text);
    this.analyze();
  }

  /** Makes the text another one, by the one edit that leads there. */
  become(text: string): DocumentAnalysis {
    const change = changedRange(this.text, text);
    if (change) this.source = this.frontEnd.parse(text, { source: this.source, changes: [change] });
    this.text = text;
    return this.analyze();
  }

  /** Replaces the only place where a text stands. */
  replace(old: string, now: string): DocumentAnalysis {
    if (this.text.split(old).length !== 2) throw new Error(`not there exactly once: ${old}`);
    return this.become(this.text.replace(old, () => now));
  }

  /** The program as it is now, looked at for the first time. */
  anew(): DocumentAnalysis {
    const { model } = new PythonFrontEnd().parse(this.text);
    return this.engine.analyze({ model, path: 'app.py', packages: NO_PACKAGE_VERSIONS });
  }

  private analyze(): DocumentAnalysis {
    const { model } = this.source;
    return this.engine.analyze({ model, path: 'app.py', packages: NO_PACKAGE_VERSIONS }, this.memory);
  }
}
