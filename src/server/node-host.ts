import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InProcessAnalyzer } from '../workspace/file-analysis/in-process-analyzer';
import { NodeFileSystem } from '../workspace/node/node-file-system';
import { WorkerPool } from '../workspace/node/worker-pool';
import { SYSTEM_TIME, type ServerHost } from './host';

/** The server's surroundings in a Node process. Scans run in threads, so that typing never waits for them. */
export function nodeHost(): ServerHost {
  const fileSystem = new NodeFileSystem();
  const scanAnalyzer = new WorkerPool({
    script: join(__dirname, 'worker.js'),
    fallback: new InProcessAnalyzer(fileSystem),
  });
  const readCatalog = () => readFile(join(__dirname, 'catalog.json'), 'utf8');
  return { ...SYSTEM_TIME, fileSystem, readCatalog, scanAnalyzer };
}
