import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** Serves the files of one folder on loopback; gives the address and how to stop. */
export async function serveFolder(folder: string, port = 0): Promise<{ address: string; stop: () => void }> {
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname) || 'index.html';
    readFile(join(folder, name)).then(
      (content) =>
        response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The preview server has no port.');
  return { address: `http://127.0.0.1:${bound.port}/`, stop: () => server.close() };
}
