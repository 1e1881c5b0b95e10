import type { Engine } from '../../analysis/engine';
import { NO_PACKAGE_VERSIONS } from '../../analysis/package-versions';
import type { FileSummary } from '../../analysis/summaries/file-summary';
import type { Imported } from '../../analysis/summaries/imported';
import {
  isNothing,
  NOTHING_IMPORTED,
  type ImportedKnowledge,
} from '../../analysis/summaries/imported-knowledge';
import { WorkspaceSummaries } from '../../analysis/summaries/workspace-summaries';
import { decodeSource } from '../../source/decode';
import { parseOnce } from '../../source/front-ends';
import type { SourceLanguage } from '../../source/model';
import { sourceKind } from '../../workspace/discovery/source-kind';
import { joinPath } from '../../workspace/path';
import type { ProjectPlace } from './project-place';

/** Files that one document leads to: more are not read. */
const MAX_FILES = 100;
/** How far imports of imports are read. */
const MAX_DEPTH = 3;
const MAX_ROUNDS = 3;
const MAX_BYTES = 1024 * 1024;

interface LinkedText {
  readonly text: string;
  readonly language: SourceLanguage;
  key: string;
}

/** What is known of the files that open documents import. Read when a document is opened or saved, never while one types. */
export class ProjectSummaries {
  private readonly known = new Map<string, { readonly key: string; readonly imported: Imported }>();

  constructor(
    private readonly place: ProjectPlace,
    private readonly engine: Engine,
  ) {}

  /** What is known for a document; `path` is relative to the project. The same object as long as it is the same. */
  importedBy(path: string): Imported | undefined {
    return this.known.get(path)?.imported;
  }

  /**
   * Reads the files that a document leads to.
   *
   * @param openText the text of a file as the editor has it
   * @returns whether something else is known now
   */
  async refresh(
    path: string,
    language: SourceLanguage,
    openText: (path: string) => string | undefined,
  ): Promise<boolean> {
    const found = await this.knowledgeFor(path, language, openText);
    const key = isNothing(found) ? '' : JSON.stringify(found);
    if (key === (this.known.get(path)?.key ?? '')) return false;
    if (key === '') this.known.delete(path);
    else this.known.set(path, { key, imported: this.engine.imported(found, language) });
    return true;
  }

  private async knowledgeFor(
    path: string,
    language: SourceLanguage,
    openText: (path: string) => string | undefined,
  ): Promise<ImportedKnowledge> {
    const own = openText(path);
    if (own === undefined) return NOTHING_IMPORTED;
    const existing = new Set<string>();
    const all = new WorkspaceSummaries((one) => existing.has(one), this.engine.leadsToApi);
    const texts = new Map<string, LinkedText>([[path, { text: own, language, key: '' }]]);
    all.set(path, this.summarize(path, own, language));
    let latest = [path];
    for (let depth = 0; depth < MAX_DEPTH && latest.length > 0; depth++) {
      const next: string[] = [];
      for (const importer of latest) {
        for (const { module, name } of all.get(importer)?.imports ?? []) {
          const modules =
            name === undefined || name === '*'
              ? [module]
              : [module, `${module}${module.endsWith('.') ? '' : '.'}${name}`];
          for (const target of modules.flatMap((one) => all.modules.candidates(importer, one))) {
            if (texts.size >= MAX_FILES || existing.has(target)) continue;
            const text = openText(target) ?? (await this.read(target));
            const kind = text === undefined ? undefined : sourceKind(target);
            if (text === undefined || !kind) continue;
            existing.add(target);
            texts.set(target, { text, language: kind.language, key: '' });
            all.set(target, this.summarize(target, text, kind.language));
            next.push(target);
          }
        }
      }
      latest = next;
    }
    this.join(all, texts);
    return all.knowledgeFor(path) ?? NOTHING_IMPORTED;
  }

  /** Makes summaries anew with what the others say, until they say nothing new. */
  private join(all: WorkspaceSummaries, texts: ReadonlyMap<string, LinkedText>): void {
    for (let round = 0; round < MAX_ROUNDS; round++) {
      const asked = new Map<string, Set<string>>();
      for (const path of texts.keys()) {
        for (const [file, names] of all.askedBy(path)) {
          asked.set(file, new Set([...(asked.get(file) ?? []), ...names]));
        }
      }
      let isChanged = false;
      for (const [path, linked] of texts) {
        const knowledge = all.knowledgeFor(path) ?? NOTHING_IMPORTED;
        const names = asked.get(path) ?? new Set<string>();
        const key = JSON.stringify([knowledge, [...names]]);
        if (key === linked.key || (isNothing(knowledge) && names.size === 0)) continue;
        linked.key = key;
        isChanged = true;
        all.set(path, this.summarize(path, linked.text, linked.language, knowledge, names));
      }
      if (!isChanged) return;
    }
  }

  private summarize(
    path: string,
    text: string,
    language: SourceLanguage,
    knowledge = NOTHING_IMPORTED,
    asked?: ReadonlySet<string>,
  ): FileSummary {
    const imported = this.engine.imported(knowledge, language);
    const { model } = parseOnce(text, { language, role: undefined });
    const input = { model: imported.link(model), path, packages: NO_PACKAGE_VERSIONS, imported };
    // The rules ask about values: what they ask is a part of what a file says of itself.
    this.engine.analyze(input);
    return this.engine.summarize(input, asked);
  }

  private async read(path: string): Promise<string | undefined> {
    try {
      const bytes = await this.place.files.read(joinPath(this.place.path, path), MAX_BYTES);
      return decodeSource(bytes).text;
    } catch {
      // Most candidates are no files.
      return undefined;
    }
  }
}
