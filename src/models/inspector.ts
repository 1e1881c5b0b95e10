import type { Budget, LimitName } from './budget';
import type { ByteSource } from './bytes/byte-source';
import { isCompression, type Compression } from './bytes/codecs/codecs';
import { inspectCompressed } from './containers/inspect-compressed';
import { inspectSevenZip } from './containers/inspect-seven-zip';
import { inspectNpy } from './containers/inspect-npy';
import { inspectZip } from './containers/inspect-zip';
import { inspectTar } from './containers/inspect-tar';
import { FactCollector } from './facts/fact-collector';
import { FORMATS, type Format } from './formats';
import type { ArchiveMember, Inspection } from './inspection';
import { analysePickle } from './pickle/analyse-pickle';
import { disassemble, type DisassembledOpcode } from './pickle/disassemble';
import { looksLikePickle } from './pickle/looks-like-pickle';
import type { PickleContext } from './pickle/pickle-context';
import { PickleRecorder } from './pickle/pickle-recorder';
import type { PickleReport } from './pickle/pickle-report';
import { searchHidden } from './pickle/search-hidden';
import { joinPath, type Surroundings } from './place';
import { READERS } from './readers/registry';
import { HEAD_LENGTH, sniff, type HeadFormat } from './sniff';
import type { Finding, Verdict } from './verdict/finding';
import { brokenPromise } from './verdict/promised-by-name';
import { Findings } from './verdict/findings';
import type { GlobalIndex } from './verdict/global-index';
import { NameJudge } from './verdict/name-judge';
import { findDirectories } from './zip/end-records';

const PICKLE_NAME =
  /\.(?:pkl|pickle|pk|p|joblib|jbl|pt|pth|ckpt|sav|dill|cloudpickle|model|t7|mdl)(?:\.\w{1,3})?$/iu;
const LIMIT_TEXTS: Readonly<Record<LimitName, string>> = {
  depth: 'archives within archives deeper than the limit',
  members: 'more members than the limit',
  bytes: 'more bytes to read than the limit',
  inflated: 'compressed data that grows over the limit',
  ratio: 'compressed data that grows out of proportion',
  growth: 'compressed data that grows out of proportion',
  opcodes: 'more opcodes than the limit',
  memo: 'a memo larger than the limit',
  stack: 'a stack higher than the limit',
  text: 'a text longer than the limit',
  milliseconds: 'it took longer than the limit',
};

/** Collects what is found in one file and everything in it. */
export class Inspector {
  readonly findings = new Findings();
  readonly facts = new FactCollector();
  readonly members: ArchiveMember[] = [];
  readonly #pickles: PickleReport[] = [];
  /** What is known of a name in a module. */
  readonly names: NameJudge;

  constructor(
    readonly budget: Budget,
    globals: GlobalIndex,
    private readonly opcodes: number,
  ) {
    this.names = new NameJudge(globals);
  }

  /** Inspects a whole file. A file that may be read as two formats is read as both. */
  inspectFile(source: ByteSource, name: string): Format {
    const place: Surroundings = { where: '', depth: 0, name, torch: false, torchScript: false };
    const head = sniff(source.read(0, HEAD_LENGTH).slice());
    const format = this.inspectBytes(source, place) ?? this.#inspectUnknown(source, place);
    // TensorFlow Lite keeps files in an archive at its end, and the last member of an archive may be one.
    const archive = head === 'zip' || head === 'tar' || head === '7z' || format === 'tflite';
    const single = !archive && format !== 'unknown';
    if (single && findDirectories(source).length > 0) {
      this.tell(
        'suspicious',
        'polyglot',
        `It is ${FORMATS[format]} at its beginning and a ZIP archive at its end: programs differ in what they load.`,
        '',
      );
      inspectZip(this, source, place);
    }
    const promise = brokenPromise(name, format);
    if (promise !== undefined) this.tell('suspicious', 'format', promise, '');
    return format;
  }

  /**
   * Inspects the bytes of a file or of a member, whatever they are.
   *
   * @returns their format; undefined when they are nothing that is known, like the bytes of a tensor
   */
  inspectBytes(source: ByteSource, place: Surroundings): Format | undefined {
    if (place.depth > this.budget.limits.depth) {
      this.budget.tell('depth');
      this.tell('suspicious', 'archive', 'Archives lie within archives deeper than any model has it.', '');
      return undefined;
    }
    const head = source.read(0, HEAD_LENGTH).slice();
    for (const reader of READERS) {
      const format = reader.recognises({ source, head, place }) && reader.inspect(this, source, place);
      if (format) return format;
    }
    return this.#inspectSniffed(sniff(head), source, place);
  }

  tell(verdict: Verdict, rule: Finding['rule'], message: string, where: string, offset = 0): void {
    this.findings.add({ verdict, rule, message, where, offset });
  }

  #inspectSniffed(head: HeadFormat | undefined, source: ByteSource, place: Surroundings): Format | undefined {
    if (isCompression(head)) {
      return inspectCompressed(this, source, head, place) ?? this.#inspectDamaged(head, source, place);
    }
    switch (head) {
      case 'zip':
        return inspectZip(this, source, place) ?? 'zip';
      case '7z':
        return inspectSevenZip(this, source, place);
      case 'tar':
        return inspectTar(this, source, place);
      case 'npy':
        return inspectNpy(this, source, place);
      case 'pickle':
        return this.inspectPickle(source, place);
      case undefined:
        if (source.size > 0 && (PICKLE_NAME.test(place.name) || looksLikePickle(source, this.budget))) {
          return this.inspectPickle(source, place, true);
        }
        return place.depth === 0 && findDirectories(source).length > 0
          ? inspectZip(this, source, place)
          : undefined;
      default:
        this.tell(
          'incomplete',
          'format',
          `${FORMATS[head]}: it was not looked into. Unpack or convert it, and inspect what comes out.`,
          place.where,
        );
        return head;
    }
  }

  /** Begins like compressed data, but nothing comes out of it. */
  #inspectDamaged(head: Compression, source: ByteSource, place: Surroundings): Format | undefined {
    const format = looksLikePickle(source, this.budget) ? this.inspectPickle(source, place, true) : undefined;
    // A member may begin so by chance, as tensors do.
    if (format !== undefined || place.depth > 0) return format;
    this.tell(
      'incomplete',
      'format',
      `${FORMATS[head]}: it is damaged, nothing of it can be read.`,
      place.where,
    );
    this.search(source, 0, source.size, 'damaged compressed data', place);
    return head;
  }

  /** Looks for pickles in bytes that belong to nothing. */
  search(source: ByteSource, start: number, end: number, what: string, place: Surroundings): boolean {
    const recorder = new PickleRecorder(place.where);
    const found = searchHidden({ ...this.#context(source, place), recorder }, start, end, what);
    this.findings.addAll(recorder.findings.list());
    return found !== undefined;
  }

  result(format: Format, size: number): Inspection {
    for (const limit of this.budget.reached)
      this.tell('incomplete', 'limit', `Not fully analysed: ${LIMIT_TEXTS[limit]}.`, '');
    const torch = format.startsWith('torch');
    return {
      format,
      size,
      verdict: this.findings.verdict,
      findings: this.findings.list(),
      moreFindings: this.findings.more,
      pickles: this.#pickles,
      members: this.members,
      facts: this.facts.result(),
      limits: this.budget.reached,
      ...(torch && this.#pickles.length > 0
        ? { weightsOnly: this.#pickles.every((pickle) => pickle.weightsOnly) }
        : {}),
    };
  }

  /** @param doubtful only its name says that it is a pickle, or only the way it reads */
  inspectPickle(source: ByteSource, place: Surroundings, doubtful = false): Format | undefined {
    const report = analysePickle(this.#context(source, place));
    const harmful = report.findings.some(({ verdict }) => verdict === 'malicious');
    if (doubtful && !report.recognised && !harmful) return undefined;
    this.#pickles.push(
      this.opcodes === 0 ? report : { ...report, disassembly: this.#disassembly(source, report) },
    );
    this.findings.addAll(report.findings);
    for (const tensor of report.namedTensors) this.facts.addTensor(tensor);
    return report.writtenBy ?? 'pickle';
  }

  #disassembly(source: ByteSource, { streams }: PickleReport): DisassembledOpcode[] {
    return streams.flatMap(({ start, opcodes }) =>
      disassemble(source, this.budget, start, Math.min(opcodes + 1, this.opcodes)),
    );
  }

  #inspectUnknown(source: ByteSource, place: Surroundings): Format {
    const found = source.size > 0 && this.search(source, 0, source.size, 'data of no known format', place);
    if (source.size === 0) this.tell('incomplete', 'format', 'The file is empty.', '');
    else if (!found) this.tell('incomplete', 'format', 'This is no model format that is known here.', '');
    return 'unknown';
  }

  #context(
    source: ByteSource,
    { where, depth, torch, torchScript }: Surroundings,
  ): Omit<PickleContext, 'recorder'> {
    return {
      source,
      where,
      budget: this.budget,
      names: this.names,
      torch,
      torchScript,
      inspectNested: (bytes, offset) =>
        this.inspectBytes(bytes, {
          where: joinPath(where, `0x${offset.toString(16)}`),
          depth: depth + 1,
          name: '.pkl',
          torch,
          torchScript: false,
        }) !== undefined,
    };
  }
}
