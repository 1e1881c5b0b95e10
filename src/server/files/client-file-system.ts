import * as v from 'valibot';
import { ErrorCodes, ResponseError, type Connection } from 'vscode-languageserver';
import type { URI } from 'vscode-uri';
import { LIST_FOLDER_METHOD, READ_FILE_METHOD, STAT_FILE_METHOD } from '../../protocol/messages';
import {
  FileSystemError,
  type FileStat,
  type FileSystem,
  type FolderEntry,
} from '../../workspace/file-system';
import { uriOfPath } from './uri-path';

const fileType = v.picklist(['file', 'folder', 'link', 'other']);
const readResult = v.object({ content: v.string() });
const statResult = v.object({ type: fileType, size: v.number(), modified: v.number() });
const listResult = v.array(v.object({ name: v.pipe(v.string(), v.regex(/^[^/\\]+$/u)), type: fileType }));

const failureData = v.object({ reason: v.picklist(['missing', 'denied', 'too-large', 'other']) });

/** Files through the client: for web workers and for workspaces that are on no disk. */
export class ClientFileSystem implements FileSystem {
  constructor(
    private readonly connection: Connection,
    private readonly root: URI,
  ) {}

  async read(path: string, maximum = Infinity): Promise<Uint8Array> {
    if (maximum < Infinity && (await this.stat(path)).size > maximum) {
      throw new FileSystemError(path, 'too-large', `${path} is larger than ${maximum} bytes.`);
    }
    const { content } = await this.ask(READ_FILE_METHOD, path, readResult);
    return bytesOf(content, path);
  }

  stat(path: string): Promise<FileStat> {
    return this.ask(STAT_FILE_METHOD, path, statResult);
  }

  list(path: string): Promise<readonly FolderEntry[]> {
    return this.ask(LIST_FOLDER_METHOD, path, listResult);
  }

  private async ask<S extends v.GenericSchema>(
    method: string,
    path: string,
    schema: S,
  ): Promise<v.InferOutput<S>> {
    let answer: unknown;
    try {
      answer = await this.connection.sendRequest(method, { uri: uriOfPath(this.root, path) });
    } catch (error) {
      throw failure(path, error);
    }
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) {
      throw new FileSystemError(path, 'other', `The editor's answer about ${path} cannot be read.`);
    }
    return parsed.output;
  }
}

function failure(path: string, error: unknown): FileSystemError {
  if (error instanceof ResponseError) {
    const data = v.safeParse(failureData, error.data);
    if (data.success) return new FileSystemError(path, data.output.reason, error.message);
    if (error.code === ErrorCodes.MethodNotFound) {
      return new FileSystemError(path, 'other', 'The editor gives no access to files.');
    }
  }
  return new FileSystemError(path, 'other', error instanceof Error ? error.message : String(error));
}

function bytesOf(base64: string, path: string): Uint8Array {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    return bytes;
  } catch {
    throw new FileSystemError(path, 'other', `The editor sent ${path} in a form that cannot be read.`);
  }
}
