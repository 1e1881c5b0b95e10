import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

const URI = 'file:///bench/app.py';

/** Lines of the kind people write, with a finding now and then, so that the rules have something to do. */
const BLOCK = `
def step_{n}(batch, model, optimizer):
    """Runs one step."""
    loss = model(batch["input"], labels=batch["labels"]).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return {"loss": float(loss), "name": f"step {{batch['id']}}"}

checkpoint_{n} = torch.load("runs/{n}.pt", weights_only=True)
tokenizer_{n} = AutoTokenizer.from_pretrained("bert-base-uncased")
`;

/** Milliseconds from each edit to its diagnostics. */
export interface TypingTimes {
  readonly lines: number;
  readonly edits: readonly number[];
}

/**
 * Types into a file of a thousand lines, one character at a time, in the real server over the real protocol: `didChange`,
 * then the pull of diagnostics, as an editor does.
 */
export async function typingSession(cli: string, edits: number): Promise<TypingTimes> {
  const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  const lines = sourceLines(1000);
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'python', version: 1, text: lines.join('\n') },
  });
  const pull = (): Promise<unknown> =>
    connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
  await pull();

  const times: number[] = [];
  const typed = 'value = compute(batch, size=32)  ';
  for (let at = 0; at < edits; at++) {
    const line = 3 + ((at * 37) % (lines.length - 10));
    const before = lines[line] ?? '';
    const position = { line, character: before.length };
    const text = typed[at % typed.length] ?? ' ';
    lines[line] = before + text;
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version: at + 2 },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    await pull();
    times.push(performance.now() - started);
  }
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  server.kill();
  return { lines: lines.length, edits: times };
}

function sourceLines(count: number): string[] {
  const lines = ['import torch', 'from transformers import AutoTokenizer'];
  for (let n = 0; lines.length < count; n++) lines.push(...BLOCK.replaceAll('{n}', String(n)).split('\n'));
  return lines.slice(0, count);
}
