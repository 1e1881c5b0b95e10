import type { FileTask, WordSearch } from '../file-analysis/file-analyzer';
import type { Digest } from './result-store';

/** What the outcome of a task rests on besides the file, in a short form. */
export class TaskCircumstances {
  private readonly ofWords = new WeakMap<object, string>();

  constructor(private readonly digest: Digest) {}

  /** Empty for a file that is analysed by itself. */
  of({ words, knowledge, asked, only }: FileTask): string {
    if (words === undefined && !knowledge && !asked && !only) return '';
    const searched = typeof words === 'object' ? this.wordsOf(words.modules) : (words ?? '');
    const orSinks = typeof words === 'object' && words.orSinks === true;
    return `.${this.digest(JSON.stringify([searched, orSinks, knowledge ?? 0, asked ?? 0, only ?? 0]))}`;
  }

  /** The words of a round are many, and the same for all of its files. They come in the order in which threads were done. */
  private wordsOf(modules: WordSearch['modules']): string {
    const known = this.ofWords.get(modules);
    if (known !== undefined) return known;
    const sorted = modules.map(([module, names]) => JSON.stringify([module, [...names].sort()])).sort();
    const digest = this.digest(...sorted);
    this.ofWords.set(modules, digest);
    return digest;
  }
}
