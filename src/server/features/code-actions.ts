import { CodeActionKind, type CodeAction, type Diagnostic, type Range } from 'vscode-languageserver';
import type { DiagnosticData, LensDiagnostic, WireFix } from '../../protocol/finding';
import { LEARN_COMMAND, type LearnArguments } from '../../protocol/messages';
import type { AnalysedSource } from '../analysis/analysed-source';
import type { CodeActionQuery } from '../connection/params';
import { FIX_ALL_KIND } from '../connection/server-capabilities';
import { mergeFixes } from './merge-fixes';
import { workspaceEdit } from './workspace-edit';

/**
 * The actions for a range: for each finding its fixes, then what there is to learn, then the fix of all safe ones, and to
 * ignore a finding last. The findings are those of the text as it is now; what a client remembers of earlier ones only
 * links an action to the diagnostic it shows.
 */
export function codeActions(
  query: CodeActionQuery,
  result: AnalysedSource,
  versioned: boolean,
): CodeAction[] {
  const uri = query.textDocument.uri;
  const here = (result.diagnostics.get(uri)?.findings ?? []).filter(({ range }) =>
    overlap(range, query.range),
  );
  const wants = (kind: string): boolean =>
    query.context.only?.some((asked) => kind === asked || kind.startsWith(`${asked}.`) || asked === '') ??
    true;

  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const findings = here.flatMap((diagnostic) => {
      const { data } = diagnostic;
      return data ? [{ data, shown: shownAs(diagnostic, query) }] : [];
    });
    const quickFix = (fix: WireFix, shown: Diagnostic): CodeAction => ({
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [shown],
      edit: workspaceEdit(fix.changes, result, versioned),
    });
    for (const { data, shown } of findings) {
      const fixes = data.fixes.filter(({ kind }) => kind === 'fix');
      actions.push(
        ...fixes.map((fix, at) => ({ ...quickFix(fix, shown), ...(at === 0 ? { isPreferred: true } : {}) })),
      );
    }
    actions.push(...findings.map(({ data, shown }) => learn(data, shown, result)));
    const all = fixAll(result, versioned);
    if (all && all.count > 1 && findings.some(({ data }) => data.fixes.some(isSafeFix))) {
      actions.push({ ...all.action, kind: CodeActionKind.QuickFix });
    }
    for (const { data, shown } of findings) {
      actions.push(
        ...data.fixes.filter(({ kind }) => kind === 'suppress').map((fix) => quickFix(fix, shown)),
      );
    }
  }
  if (query.context.only && wants(FIX_ALL_KIND)) {
    const all = fixAll(result, versioned);
    if (all) actions.push(all.action);
  }
  return actions;
}

/** One action for every safe fix of the document or notebook; undefined when there is none. */
function fixAll(
  result: AnalysedSource,
  versioned: boolean,
): { readonly action: CodeAction; readonly count: number } | undefined {
  const fixes = [...result.diagnostics.values()].flatMap(({ findings }) =>
    findings.flatMap(({ data }) => data?.fixes.find(isSafeFix) ?? []),
  );
  if (fixes.length === 0) return undefined;
  const title = `Fix all safe MLSecOps findings in this ${result.source.kind === 'notebook' ? 'notebook' : 'file'}`;
  const edit = workspaceEdit(mergeFixes(fixes), result, versioned);
  return { action: { title, kind: FIX_ALL_KIND, edit }, count: fixes.length };
}

function isSafeFix({ kind, safe }: WireFix): boolean {
  return kind === 'fix' && safe;
}

function learn(
  { ruleId, stage, risk }: DiagnosticData,
  shown: Diagnostic,
  result: AnalysedSource,
): CodeAction {
  const title = `Learn: ${result.project.engine.ruleOf(ruleId)?.title ?? ruleId}`;
  const argument: LearnArguments = { rule: ruleId, stage, risk };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [shown],
    command: { title, command: LEARN_COMMAND, arguments: [argument] },
  };
}

/** The client's own copy of a diagnostic, by which it knows what an action belongs to. */
function shownAs(diagnostic: LensDiagnostic, { context }: CodeActionQuery): Diagnostic {
  const copy = context.diagnostics.find(
    ({ code, range }) => code === diagnostic.code && overlap(range, diagnostic.range),
  );
  return copy ? { ...diagnostic, range: copy.range } : diagnostic;
}

function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
