import { callAlternatives } from '../../catalog/schema/call-alternatives';
import type { Api } from '../../catalog/schema/api';
import type { SourceLanguage } from '../../source/model';
import { STANDARD_MODULES } from './standard-modules';

/** Tells modules that may be files of the workspace from libraries. */
export class OwnModules {
  /** What API knowledge begins with, segment by segment: `openai`, `openai.OpenAI`, `openai.OpenAI()`. */
  private readonly prefixes = new Set<string>();
  private readonly libraries = new Set<string>();
  /** Names with `*` in them, by the library. */
  private readonly patterns = new Map<string, (readonly string[])[]>();

  constructor(
    apis: readonly Api[],
    private readonly language: SourceLanguage,
  ) {
    for (const api of apis) for (const call of callAlternatives(api.call)) this.add(call);
  }

  /**
   * Whether a name, with the module it is imported from, may be one of the workspace. A file may have the name of a library,
   * but not of what is known to be in that library.
   */
  mayBeOwn(name: string): boolean {
    if (name.startsWith('.')) return true;
    // The folder of the sources, as bundlers are set up to call it; no package can have such a name.
    if (this.language !== 'python') return name.startsWith('@/') || name.startsWith('~/');
    const [top = '', next] = name.replaceAll('()', '').split('.', 2);
    if (top === '' || top === '<local>' || STANDARD_MODULES.has(top)) return false;
    return !this.libraries.has(top) || (next !== undefined && !this.leadsToApi(`${top}.${next}`));
  }

  /** Whether the API knowledge speaks of a library of that name. */
  isLibrary(name: string): boolean {
    return this.libraries.has(name);
  }

  /** Whether the API knowledge speaks of something with this name or below it. */
  leadsToApi(name: string): boolean {
    if (this.prefixes.has(name)) return true;
    const patterns = this.patterns.get(topOf(name));
    if (!patterns) return false;
    const segments = name.split('.');
    return patterns.some(
      (pattern) =>
        pattern.length >= segments.length &&
        segments.every((segment, at) => pattern[at] === '*' || bare(pattern[at]) === bare(segment)),
    );
  }

  private add(call: string): void {
    const top = topOf(call);
    if (top === '' || top === '*') return;
    this.libraries.add(top);
    if (call.includes('*')) this.patterns.set(top, [...(this.patterns.get(top) ?? []), call.split('.')]);
    let prefix = '';
    for (const segment of call.split('.')) {
      prefix = prefix === '' ? segment : `${prefix}.${segment}`;
      this.prefixes.add(prefix.replace(/(?:\(\))+$/u, ''));
      this.prefixes.add(prefix);
    }
  }
}

/** A class leads where its instances do. */
function bare(segment: string | undefined): string | undefined {
  return segment?.replace(/(?:\(\))+$/u, '');
}

function topOf(name: string): string {
  return (name.split('.', 1)[0] ?? '').replaceAll('()', '');
}
