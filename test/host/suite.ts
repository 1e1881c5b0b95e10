import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as vscode from 'vscode';
import { open, settle, untilDiagnostics, untilNoDiagnostic, untilTrue } from './support';

const RISKY =
  'import pickle\n\ndef read(path):\n    with open(path, "rb") as f:\n        return pickle.load(f)\n';

describe('MLSecOps Lens in the extension host', () => {
  it('is active once a Python file is open, and its commands are registered', async () => {
    await open('python', 'x = 1\n');
    const extension = vscode.extensions.getExtension('mlsecops-lens.mlsecops-lens');
    assert.ok(extension, 'the extension is installed');
    await extension.activate();
    const registered = await vscode.commands.getCommands(true);
    const manifest = extension.packageJSON as { contributes: { commands: readonly { command: string }[] } };
    for (const { command } of manifest.contributes.commands) {
      assert.ok(registered.includes(command), `${command} is registered`);
    }
  });

  it('flags a risky call with rule, link and source', async () => {
    const document = await open('python', RISKY);
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.equal(diagnostic?.source, 'mlsecops');
    const code = diagnostic.code;
    assert.ok(typeof code === 'object' && code.value === 'unsafe-pickle-load');
    assert.equal(document.getText(diagnostic.range).startsWith('pickle.load'), true);
  });

  it('follows typing: the flag goes when the call goes, and returns with it', async () => {
    const document = await open('python', RISKY);
    await untilDiagnostics(document.uri, 1);
    await replace(document, 'pickle.load(f)', 'f.read()');
    await untilNoDiagnostic(document.uri);
    await replace(document, 'f.read()', 'pickle.load(f)');
    await untilDiagnostics(document.uri, 1);
  });

  it('offers fixes before ignoring, and ignoring hides the flag', async () => {
    const document = await open('python', RISKY);
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    // The editor's own assistant adds entries without an edit of ours.
    const titles = actions.map(({ title }) => title).filter((title) => !/^(Explain|Fix)$/u.test(title));
    assert.match(titles.at(-1) ?? '', /^Ignore unsafe-pickle-load/u);
    assert.ok(titles.some((title) => title.startsWith('Learn: ')));
    const ignore = actions.find(({ title }) => title.startsWith('Ignore'));
    assert.ok(ignore?.edit);
    await vscode.workspace.applyEdit(ignore.edit);
    assert.match(document.getText(), /# mlsecops: ignore\[unsafe-pickle-load\]/u);
    await untilNoDiagnostic(document.uri);
  });

  it('repairs a YAML load with its preferred fix', async () => {
    const document = await open(
      'python',
      'import yaml\n\ndef read(text):\n    return yaml.load(text, Loader=yaml.Loader)\n',
    );
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit);
    await vscode.workspace.applyEdit(fix.edit);
    await untilNoDiagnostic(document.uri);
  });

  it('explains on hover: what, stage and risk', async () => {
    const document = await open('python', RISKY);
    const [diagnostic] = await untilDiagnostics(document.uri, 1);
    assert.ok(diagnostic);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      diagnostic.range.start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map(textOf)
      .join('\n');
    assert.match(text, /ML06/u);
    assert.match(text, /Experimentation/u);
  });

  it('explains on hover in a file of the workspace', async () => {
    const [uri] = await vscode.workspace.findFiles('load_models.py');
    assert.ok(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const [diagnostic] = await untilDiagnostics(uri, 1);
    assert.ok(diagnostic);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      diagnostic.range.start,
    );
    assert.match(
      hovers
        .flatMap(({ contents }) => contents)
        .map(textOf)
        .join('\n'),
      /ML06/u,
    );
  });

  it('answers coding agents of the editor', async function () {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('mlsecops_'));
    // The editor hides the tools of extensions where its assistant is switched off.
    if (ours.length === 0) this.skip();
    assert.deepEqual(
      ours.map(({ name }) => name).sort(),
      ['explain', 'inspect_model', 'inventory', 'lifecycle_guidance', 'scan'].map(
        (name) => `mlsecops_${name}`,
      ),
    );
    const ask = async (name: string, input: object): Promise<string> => {
      const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
    };
    assert.match(await ask('mlsecops_scan', { paths: ['load_models.py'] }), /"path":"load_models\.py"/u);
    assert.match(await ask('mlsecops_explain', { id: 'C26' }), /"kind":"control"/u);
    await assert.rejects(ask('mlsecops_scan', { paths: ['/etc'] }), /outside of the workspace/u);
  });

  it('flags a notebook cell, with names imported in another cell', async () => {
    const notebook = await vscode.workspace.openNotebookDocument(
      'jupyter-notebook',
      new vscode.NotebookData([
        new vscode.NotebookCellData(
          vscode.NotebookCellKind.Code,
          '%pip install torch\nimport pickle as p',
          'python',
        ),
        new vscode.NotebookCellData(
          vscode.NotebookCellKind.Code,
          'def read(data):\n    return p.loads(data)',
          'python',
        ),
      ]),
    );
    await vscode.window.showNotebookDocument(notebook);
    const cell = notebook.cellAt(1).document;
    const [diagnostic] = await untilDiagnostics(cell.uri, 1);
    assert.equal(diagnostic?.range.start.line, 1);
    assert.deepEqual(vscode.languages.getDiagnostics(notebook.cellAt(0).document.uri).filter(isOurs), []);
  });

  it('scans the workspace and opens the lifecycle panel without a message', async () => {
    await vscode.commands.executeCommand('mlsecops.scanWorkspace');
    await vscode.commands.executeCommand('mlsecops.openLifecycle');
    await untilTrue(() =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('mlsecops.lifecycle'),
        ),
    );
  });

  it('applies a changed setting without a restart', async () => {
    const document = await open('python', RISKY);
    await untilDiagnostics(document.uri, 1);
    const settings = vscode.workspace.getConfiguration('mlsecops');
    await settings.update('rules', { 'unsafe-pickle-load': 'off' }, vscode.ConfigurationTarget.Global);
    await untilNoDiagnostic(document.uri);
    await settings.update('rules', undefined, vscode.ConfigurationTarget.Global);
    await untilDiagnostics(document.uri, 1);
  });

  it('stays silent on harmless code', async () => {
    const document = await open('python', 'import json\n\ndef read(text):\n    return json.loads(text)\n');
    await settle();
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri).filter(isOurs), []);
  });
});

function isOurs(diagnostic: vscode.Diagnostic): boolean {
  return diagnostic.source === 'mlsecops';
}

function textOf(content: unknown): string {
  return content instanceof vscode.MarkdownString ? content.value : '';
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(
    document.uri,
    new vscode.Range(document.positionAt(at), document.positionAt(at + from.length)),
    to,
  );
  assert.ok(await vscode.workspace.applyEdit(edit));
}
