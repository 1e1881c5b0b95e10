import { Budget } from '../../../models/budget';
import type { ByteSource } from '../../../models/bytes/byte-source';
import type { Inspection } from '../../../models/inspection';
import { HEAD_LENGTH, sniff } from '../../../models/sniff';
import { builtInGlobals } from '../../../models/verdict/built-in-globals';
import { readZip } from '../../../models/zip/read-zip';
import { buildView } from './build-view';
import type { ModelView, OpcodeRow } from './model-view';
import { ObservedSource } from './observed-source';
import { OpcodePages } from './opcode-pages';
import { RecordingInspector } from './recording-inspector';

/** Time for the list of an archive's members, before it is looked into. */
const LISTING = { milliseconds: 200 };

/** Called while a file is inspected. */
export interface SessionEvents {
  /** Once, when an inspection takes longer than a moment: what there is to show already. */
  readonly onPreview: (view: ModelView) => void;
  readonly onProgress: (read: number, size: number) => void;
}

/** Inspects one file and answers questions about it afterwards. Nothing of the file is loaded or kept in memory. */
export class ModelSession {
  readonly #inspector = new RecordingInspector(new Budget(), builtInGlobals(), 0);
  readonly #pages = new Map<number, OpcodePages>();
  #inspection: Inspection | undefined;

  constructor(
    private readonly source: ByteSource,
    private readonly name: string,
  ) {}

  /** @throws what the source throws when it cannot be read */
  inspect({ onPreview, onProgress }: SessionEvents): ModelView {
    let previewed = false;
    const observed = new ObservedSource(this.source, (read) => {
      if (!previewed) onPreview(this.#preview());
      previewed = true;
      onProgress(Math.min(read, this.source.size), this.source.size);
    });
    const format = this.#inspector.inspectFile(observed, this.name);
    this.#inspection = this.#inspector.result(format, this.source.size);
    return buildView(this.name, this.#inspection, true);
  }

  /** Rows of a disassembly, and how many there are in all; none of a pickle that is not there. */
  opcodes(pickle: number, page: number): { readonly rows: readonly OpcodeRow[]; readonly total: number } {
    const pages = this.#pagesOf(pickle);
    return { rows: pages?.page(page) ?? [], total: pages?.rows ?? 0 };
  }

  /** The row of a disassembly that stands at an offset. */
  rowAt(pickle: number, offset: number): number {
    return this.#pagesOf(pickle)?.rowAt(offset) ?? 0;
  }

  #preview(): ModelView {
    const head = sniff(this.source.read(0, HEAD_LENGTH).slice());
    const members = head === 'zip' ? this.#zipMembers() : [];
    const inspection = this.#inspector.result(head ?? 'unknown', this.source.size);
    return buildView(this.name, members.length > 0 ? { ...inspection, members } : inspection, false);
  }

  #zipMembers(): Inspection['members'] {
    const limits = { ...this.#inspector.budget.limits, ...LISTING };
    const archive = readZip(this.source, new Budget(limits));
    return (archive?.members ?? []).map(({ name, size, method }) => ({
      path: name,
      format: undefined,
      size,
      compressed: method !== 0,
    }));
  }

  #pagesOf(pickle: number): OpcodePages | undefined {
    const known = this.#pages.get(pickle);
    const report = this.#inspection?.pickles[pickle];
    const source = this.#inspector.pickleSources[pickle];
    if (known || !report || !source) return known;
    const pages = new OpcodePages(source, report, this.#inspector.names);
    // One at a time: each has a list of its pages, which is long for a long pickle.
    this.#pages.clear();
    this.#pages.set(pickle, pages);
    return pages;
  }
}
