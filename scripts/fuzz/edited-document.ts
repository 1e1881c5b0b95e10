import { AnalysisMemory } from '../../src/analysis/analysis-memory';
import type { DocumentAnalysis } from '../../src/analysis/document-analysis';
import type { Engine } from '../../src/analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../src/analysis/package-versions';
import { changedRange } from '../../src/server/documents/changed-range';
import type { DocumentKind } from '../../src/source/document-kind';
import type { ParsedSource } from '../../src/source/front-end';
import { parseSource } from '../../src/source/front-ends';

/** A document that is looked at after every edit, as the server does: with what is known of the version before. */
export class EditedDocument {
  private readonly memory = new AnalysisMemory();
  private source: ParsedSource;

  constructor(
    private readonly engine: Engine,
    private readonly path: string,
    private readonly kind: DocumentKind,
    protected text: string,
  ) {
    this.source = parseSource(text, kind);
    this.analyze(this.source, this.memory);
  }

  /** The result after the one edit that leads to `text`, from what is known of the version before. */
  become(text: string): DocumentAnalysis {
    const change = changedRange(this.text, text);
    if (change) {
      const previous = { source: this.source, changes: [change] };
      this.source = parseSource(text, this.kind, previous);
    }
    this.text = text;
    return this.analyze(this.source, this.memory);
  }

  /** The result of a look at the document as if nothing was known of it. */
  anew(): DocumentAnalysis {
    return this.analyze(parseSource(this.text, this.kind));
  }

  private analyze({ model, content }: ParsedSource, memory?: AnalysisMemory): DocumentAnalysis {
    const { path, kind } = this;
    return this.engine.analyze(
      { model, content, role: kind.role, path, packages: NO_PACKAGE_VERSIONS },
      memory,
    );
  }
}
