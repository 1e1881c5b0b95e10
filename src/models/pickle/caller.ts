import { MemorySource, WindowSource } from '../bytes/byte-source';
import type { Effect } from '../../catalog/schema/pickle-global';
import type { NameVerdict } from '../verdict/name-verdict';
import { reasonFor } from '../verdict/reasons';
import { dangerousMethod, isDunder } from './attribute-names';
import { fold } from './fold';
import type { PickleContext } from './pickle-context';
import { render } from './render';
import { TRAMPOLINES } from './trampolines';
import {
  argumentsOf,
  isKind,
  isObject,
  sequence,
  type Attribute,
  type Called,
  type Imported,
  type Unknown,
  type Value,
} from './values';

/** Where something happens. */
export interface Site {
  readonly offset: number;
  readonly opcode: number;
}

const NEWOBJ = 0x81;
const NEWOBJ_EX = 0x92;
/** How deep calls may lead to calls: `partial` of `partial` of ... */
const MAX_DEPTH = 32;
const TAINTED: Unknown = { kind: 'unknown', why: 'result of a harmful call', tainted: true };

/** Judges what a pickle imports and calls, and gives what comes out of it as far as that can be told without doing it. */
export class Caller {
  #depth = 0;
  /** Set once the loader would have stopped: told with what comes after it. */
  stopped = false;
  /** Names that have a finding of their own for being called. */
  readonly #told = new Set<string>();

  constructor(readonly context: PickleContext) {}

  /** A name is imported. What is wrong with it is told when it is called, or at the end. */
  importName(module: string, name: string, { offset }: Site): Imported {
    const { names, recorder, torchScript } = this.context;
    const judged = names.judge(module, name);
    const verdict: NameVerdict =
      torchScript && judged.because === 'torchscript' ? { ...judged, verdict: 'safe', is: 'type' } : judged;
    recorder.imported(module, name, verdict, offset);
    return { kind: 'imported', module, name, verdict, offset };
  }

  /** STACK_GLOBAL: the names are values, which may have been put together by the stream. */
  importValues(module: Value, name: Value, site: Site): Value {
    const moduleText = this.textOf(module);
    const nameText = this.textOf(name);
    if (moduleText !== undefined && nameText !== undefined) {
      const imported = this.importName(moduleText, nameText, site);
      if (typeof module !== 'string' || typeof name !== 'string') {
        this.tell(
          'malicious',
          'computed-name',
          `It imports \`${moduleText}.${nameText}\` under a name that it puts together first, as hidden code does.`,
          site,
          {
            code: `${moduleText}.${nameText}`,
            does: imported.verdict.does ?? 'import',
          },
        );
      }
      return imported;
    }
    const computed = [module, name].some((each) => isObject(each) && each.kind !== 'text');
    this.tell(
      computed ? 'malicious' : 'suspicious',
      'computed-name',
      'It imports something whose name is not in the file as a text.',
      site,
      { code: `${render(module)}.${render(name)}`, does: 'import' },
    );
    return { kind: 'unknown', why: 'import under a computed name', tainted: computed };
  }

  /** A call, by whichever opcode. */
  call(callee: Value, args: Value, site: Site, keywords?: Value): Value {
    if (this.#depth >= MAX_DEPTH) return { kind: 'unknown', why: 'calls nested too deep', tainted: true };
    this.#depth++;
    try {
      return this.#call(callee, args, site, keywords);
    } finally {
      this.#depth--;
    }
  }

  /** `of.name`; a name that is computed is not a string. */
  attribute(of: Value, name: Value, site: Site): Value {
    const text = this.textOf(name);
    if (text === undefined) {
      this.tell(
        'malicious',
        'computed-name',
        'It fetches an attribute under a name that is not in the file as a text.',
        site,
        {
          code: `getattr(${render(of)}, ${render(name)})`,
          does: 'attribute',
        },
      );
      return TAINTED;
    }
    if (isKind(of, 'imported')) return this.importName(of.module, `${of.name}.${text}`, site);
    if (isKind(of, 'module')) return this.importName(of.name, text, site);
    const result: Attribute = { kind: 'attribute', of, name: text, offset: site.offset };
    if (text.split('.').some(isDunder)) {
      this.tell('malicious', 'computed-name', `It reaches into Python's internals: \`${text}\`.`, site, {
        code: render(result),
        does: 'attribute',
      });
    }
    return result;
  }

  /** The text that a value is or comes to. */
  textOf(value: Value | undefined): string | undefined {
    if (typeof value === 'string') return value;
    const folded = fold(value, this.context.source);
    if (folded instanceof Uint8Array)
      return folded.length < 4096 ? String.fromCharCode(...folded) : undefined;
    return folded;
  }

  /** Reports a call that is more than data. */
  tellCall(verdict: 'suspicious' | 'malicious', why: string, made: Value, site: Site, does?: Effect): void {
    const code = render(made);
    this.context.recorder.called(verdict, site.offset, site.opcode, () => code);
    this.tell(verdict, 'call', `Loading it calls \`${shortened(code)}\`: ${why}.`, site, {
      code,
      ...(does ? { does } : {}),
    });
  }

  tell(
    verdict: 'suspicious' | 'malicious',
    rule: 'call' | 'computed-name' | 'change' | 'extension' | 'persistent-id',
    message: string,
    site: Site,
    more: { readonly code?: string; readonly does?: Effect } = {},
  ): void {
    const late = this.stopped ? ' The usual loader stops before this place; others may not.' : '';
    this.context.recorder.find({ verdict, rule, message: message + late, ...site, ...more });
  }

  /** Tells of the imports that nothing was told of yet. */
  finish(): void {
    for (const { module, name, verdict, offset } of this.context.recorder.imports) {
      if (verdict.verdict === 'safe' || this.#told.has(`${module}\n${name}`)) continue;
      this.context.recorder.find({
        verdict: verdict.verdict,
        rule: 'import',
        message: `Loading it imports \`${shortened(`${module}.${name}`)}\`: ${reasonFor(verdict)}.`,
        offset,
        code: `${module}.${name}`,
        ...(verdict.does ? { does: verdict.does } : {}),
      });
    }
  }

  #call(callee: Value, args: Value, site: Site, keywords: Value | undefined): Value {
    if (isKind(callee, 'imported')) return this.#callImported(callee, args, site, keywords);
    const made = (verdict: Called['verdict']): Called => this.#made(callee, args, site, keywords, verdict);
    if (!isObject(callee)) {
      this.tellCall('suspicious', 'it is nothing that can be called', made('suspicious'), site);
      return made('suspicious');
    }
    switch (callee.kind) {
      case 'bound':
        return this.call(
          callee.callee,
          sequence('tuple', [...callee.args, ...argumentsOf(args)]),
          site,
          keywords,
        );
      case 'getter':
        this.tellCall(
          'suspicious',
          'it fetches something by name out of what it has made',
          made('suspicious'),
          site,
          'attribute',
        );
        return this.#callGetter(callee.of, callee.args, argumentsOf(args), site);
      case 'attribute':
        return this.#callAttribute(callee, made, site);
      case 'code': {
        // NEWOBJ restores an instance of a class that the file carries; a call runs what it carries.
        const verdict = site.opcode === NEWOBJ || site.opcode === NEWOBJ_EX ? 'suspicious' : 'malicious';
        this.tellCall(verdict, 'it is code that the file itself carries', made(verdict), site, 'code');
        return made(verdict);
      }
      case 'called': {
        const verdict = callee.verdict === 'malicious' ? 'malicious' : 'suspicious';
        this.tellCall(
          verdict,
          'it calls the result of another call',
          made(verdict),
          site,
          verdict === 'malicious' ? 'code' : undefined,
        );
        return made(verdict);
      }
      case 'unknown': {
        const verdict = callee.tainted === true ? 'malicious' : 'suspicious';
        this.tellCall(verdict, 'what it calls is not in the file as a name', made(verdict), site);
        return made(verdict);
      }
      default:
        this.tellCall('suspicious', 'it is nothing that a model calls', made('suspicious'), site);
        return made('suspicious');
    }
  }

  #callImported(callee: Imported, args: Value, site: Site, keywords: Value | undefined): Value {
    const { verdict } = callee;
    this.context.recorder.countCall(callee.module, callee.name);
    const trampoline = TRAMPOLINES[verdict.path];
    if (trampoline) {
      this.#told.add(`${callee.module}\n${callee.name}`);
      return trampoline(
        this,
        this.#made(callee, args, site, keywords, verdict.verdict),
        argumentsOf(args),
        site,
      );
    }
    if (verdict.verdict === 'safe') return this.#callSafe(callee, args, site, keywords);
    const made = this.#made(callee, args, site, keywords, verdict.verdict);
    this.#told.add(`${callee.module}\n${callee.name}`);
    this.tellCall(verdict.verdict, reasonFor(verdict), made, site, verdict.does);
    if (verdict.does === 'load') this.inspectArguments(args, site);
    return verdict.is === 'code' ? { kind: 'code', maker: callee, args, offset: site.offset } : made;
  }

  #callSafe(callee: Imported, args: Value, site: Site, keywords: Value | undefined): Value {
    const { is } = callee.verdict;
    const expected = is === 'object' ? !isConstruction(site, args) : is !== 'function' && is !== 'value';
    const made = this.#made(callee, args, site, keywords, expected ? 'safe' : 'suspicious');
    if (expected) return made;
    if (is === 'object') {
      this.tellCall('suspicious', 'a constructor that models restore their objects without', made, site);
      return made;
    }
    const why = dangerousMethod(callee.name)
      ? 'a method that reads, writes or runs'
      : 'nothing that a model needs to call';
    this.tellCall(dangerousMethod(callee.name) ? 'malicious' : 'suspicious', why, made, site);
    return made;
  }

  #callAttribute(callee: Attribute, made: (verdict: Called['verdict']) => Called, site: Site): Value {
    const tainted = isKind(callee.of, 'called') && callee.of.verdict === 'malicious';
    const harmful = tainted || dangerousMethod(callee.name) || callee.name.split('.').some(isDunder);
    const verdict = harmful ? 'malicious' : 'suspicious';
    this.tellCall(
      verdict,
      harmful ? 'a method that reads, writes or runs' : 'a method under a name that it fetches',
      made(verdict),
      site,
      'attribute',
    );
    return made(verdict);
  }

  #callGetter(
    of: 'attribute' | 'item' | 'method',
    keys: readonly Value[],
    args: readonly Value[],
    site: Site,
  ): Value {
    const [target = null] = args;
    if (of === 'attribute') {
      const [key = null] = keys;
      return this.attribute(target, key, site);
    }
    if (of === 'method') {
      const [key = null, ...rest] = keys;
      return this.call(this.attribute(target, key, site), sequence('tuple', [...rest]), site);
    }
    return this.item(target, keys[0] ?? null, site);
  }

  /** `of[key]`, as far as it is in the stream. */
  item(of: Value, key: Value, site: Site): Value {
    if (isKind(of, 'dict')) {
      const entry = of.entries.findLast(([known]) => known === key);
      if (entry) return entry[1];
    }
    if (typeof key === 'number') {
      if (isKind(of, 'list') || isKind(of, 'tuple')) return of.items.at(key) ?? TAINTED;
      const text = this.textOf(of);
      if (text !== undefined) return text.at(key) ?? TAINTED;
    }
    this.tell('suspicious', 'computed-name', 'It fetches something out of what it has made.', site, {
      code: `${render(of)}[${render(key)}]`,
    });
    return TAINTED;
  }

  /** Looks into bytes that are given to a loader. Gives whether there were any that could be recognised. */
  inspectArguments(args: Value, site: Site, depth = 3): boolean {
    let found = false;
    for (const value of isKind(args, 'called') ? argumentsOf(args.args) : argumentsOf(args)) {
      if (isKind(value, 'bytes')) {
        found =
          this.context.inspectNested(
            new WindowSource(this.context.source, value.offset, value.length),
            site.offset,
          ) || found;
        continue;
      }
      const folded = isKind(value, 'called') ? fold(value, this.context.source) : undefined;
      if (folded instanceof Uint8Array)
        found = this.context.inspectNested(new MemorySource(folded), site.offset) || found;
      else if (isKind(value, 'called') && depth > 0)
        found = this.inspectArguments(value, site, depth - 1) || found;
    }
    return found;
  }

  #made(
    callee: Value,
    args: Value,
    { offset }: Site,
    keywords: Value | undefined,
    verdict: Called['verdict'],
  ): Called {
    return { kind: 'called', callee, args, offset, verdict, ...(keywords === undefined ? {} : { keywords }) };
  }
}

/** Whether the constructor of a class runs: NEWOBJ goes without, and an enumeration takes a value. */
function isConstruction({ opcode }: Site, args: Value): boolean {
  if (opcode === NEWOBJ || opcode === NEWOBJ_EX) return false;
  const given = argumentsOf(args);
  return given.length > 1 || given.some(isObject) || !isKind(args, 'tuple');
}

function shortened(code: string): string {
  const line = code.replace(/`/gu, "'");
  return line.length > 160 ? `${line.slice(0, 160)}…` : line;
}
