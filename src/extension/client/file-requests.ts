import { FileSystemError, FileType, Uri, workspace, type FileStat } from 'vscode';
import { ErrorCodes, ResponseError, type BaseLanguageClient } from 'vscode-languageclient';
import * as v from 'valibot';
import {
  LIST_FOLDER_METHOD,
  READ_FILE_METHOD,
  STAT_FILE_METHOD,
  type ReadFileResult,
} from '../../protocol/messages';
import type * as files from '../../workspace/file-system';
import { encodeBase64 } from './base64';
import { isInFolders } from './workspace-paths';

/** Larger files are refused: they would cross the process border as one text. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

const parameters = v.object({ uri: v.string() });

/** Why a file cannot be given, as the server's own file system says it. */
export interface FileErrorData {
  readonly reason: files.FileSystemError['reason'];
}

/** Answers the requests of a server that has no file system of its own. Only files of the workspace are given out. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE_METHOD, (params: unknown) => answer(params, readFile));
  client.onRequest(STAT_FILE_METHOD, (params: unknown) => answer(params, statFile));
  client.onRequest(LIST_FOLDER_METHOD, (params: unknown) => answer(params, listFolder));
}

async function readFile(uri: Uri): Promise<ReadFileResult> {
  const { size, type } = await workspace.fs.stat(uri);
  if (type & FileType.SymbolicLink) throw failure('denied', 'Links are not followed.');
  if (size > MAX_FILE_BYTES) throw failure('other', `The file is larger than ${MAX_FILE_BYTES} bytes.`);
  return { content: encodeBase64(await workspace.fs.readFile(uri)) };
}

async function statFile(uri: Uri): Promise<files.FileStat> {
  const stat: FileStat = await workspace.fs.stat(uri);
  return { type: fileType(stat.type), size: stat.size, modified: stat.mtime };
}

async function listFolder(uri: Uri): Promise<readonly files.FolderEntry[]> {
  const entries = await workspace.fs.readDirectory(uri);
  return entries.map(([name, type]) => ({ name, type: fileType(type) }));
}

async function answer<T>(
  params: unknown,
  give: (uri: Uri) => Promise<T>,
): Promise<T | ResponseError<FileErrorData>> {
  const parsed = v.safeParse(parameters, params);
  if (!parsed.success) return new ResponseError(ErrorCodes.InvalidParams, v.summarize(parsed.issues));
  try {
    const uri = Uri.parse(parsed.output.uri, true);
    const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    if (!isInFolders(uri, folders)) return failure('denied', 'The file is outside the workspace.');
    return await give(uri);
  } catch (error) {
    return error instanceof ResponseError
      ? (error as ResponseError<FileErrorData>)
      : failure(reasonOf(error), text(error));
  }
}

function failure(reason: FileErrorData['reason'], message: string): ResponseError<FileErrorData> {
  return new ResponseError(ErrorCodes.InvalidRequest, message, { reason });
}

function reasonOf(error: unknown): FileErrorData['reason'] {
  if (!(error instanceof FileSystemError)) return 'other';
  if (error.code === 'FileNotFound') return 'missing';
  return error.code === 'NoPermissions' ? 'denied' : 'other';
}

function fileType(type: FileType): files.FileType {
  if (type & FileType.SymbolicLink) return 'link';
  if (type & FileType.File) return 'file';
  return type & FileType.Directory ? 'folder' : 'other';
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
