import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { processorTime } from './processor-time';
import { typedEdits } from './typed-edits';
import type { TypedProgram } from './typed-programs';

const URI = 'file:///bench/app.py';

/** Keys that are pressed before the measurement begins: a server that has just started is not what people type with. */
const WARM_UP = 150;

export interface TypingTimes {
  readonly program: string;
  readonly lines: number;
  readonly findings: number;
  /** From each edit to its diagnostics. */
  readonly milliseconds: readonly number[];
  /** Of the server, for all edits together. */
  readonly processorMilliseconds: number | undefined;
}

interface Report {
  readonly resultId?: string;
  readonly items?: readonly unknown[];
}

/**
 * Types into a program, one key at a time, in the real server over the real protocol: `didChange`, then the pull of diagnostics
 * with the id of the last ones, as an editor does.
 */
export async function typingSession(cli: string, program: TypedProgram, edits: number): Promise<TypingTimes> {
  const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest(() => null);
  connection.listen();
  const lines = [...program.lines];
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
  let previousResultId: string | undefined;
  const pull = async (): Promise<Report> => {
    const params = { textDocument: { uri: URI }, previousResultId };
    const report: Report = await connection.sendRequest('textDocument/diagnostic', params);
    previousResultId = report.resultId;
    return report;
  };
  const findings = (await pull()).items?.length ?? 0;

  const milliseconds: number[] = [];
  let version = 1;
  let processorBefore: number | undefined;
  for (const { line, character, text } of typedEdits(lines, WARM_UP + edits)) {
    version += 1;
    if (version === WARM_UP + 2) processorBefore = processorTime(server.pid);
    const position = { line, character };
    const started = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: URI, version },
      contentChanges: [{ range: { start: position, end: position }, text }],
    });
    await pull();
    if (version > WARM_UP + 1) milliseconds.push(performance.now() - started);
  }
  const processorAfter = processorTime(server.pid);
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
  server.kill();
  return {
    program: program.name,
    lines: program.lines.length,
    findings,
    milliseconds,
    processorMilliseconds:
      processorBefore === undefined || processorAfter === undefined
        ? undefined
        : processorAfter - processorBefore,
  };
}
