import type { Diagnostic } from 'vscode-languageserver';

/** Names the state of a document's diagnostics: the same list has the same id. */
export class ResultIds {
  private readonly states = new Map<string, { readonly content: string; readonly id: string }>();
  private last = 0;

  idFor(uri: string, diagnostics: readonly Diagnostic[]): string {
    const content = JSON.stringify(diagnostics);
    const known = this.states.get(uri);
    if (known?.content === content) return known.id;
    this.last += 1;
    const id = String(this.last);
    this.states.set(uri, { content, id });
    return id;
  }

  forget(uri: string): void {
    this.states.delete(uri);
  }
}
