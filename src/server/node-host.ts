import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { LifecycleExports } from '../report/lifecycle/lifecycle-exports';
import { InProcessAnalyzer } from '../workspace/file-analysis/in-process-analyzer';
import { loadBomBundle } from '../workspace/node/bom-bundle';
import { bundleBeside } from '../workspace/node/bundle-beside';
import { loadInspectorBundle } from '../workspace/node/inspector-bundle';
import { loadLanguagesBundle } from '../workspace/node/languages-bundle';
import { NodeFileSystem } from '../workspace/node/node-file-system';
import { toSlashes } from '../workspace/node/to-slashes';
import { WorkerPool } from '../workspace/node/worker-pool';
import { SYSTEM_TIME, type ServerHost } from './host';

/** The bundle beside this one; few sessions need it, and reading it would be a part of every start. */
function loadExports(): Promise<LifecycleExports> {
  const scope = globalThis as { mlsecopsExports?: LifecycleExports };
  return Promise.resolve(bundleBeside('exports.js', () => scope.mlsecopsExports));
}

/** The server's surroundings in a Node process. Scans run in threads, so that typing never waits for them. */
export function nodeHost(): ServerHost {
  const fileSystem = new NodeFileSystem();
  const scanAnalyzer = new WorkerPool({
    script: join(__dirname, 'worker.js'),
    fallback: new InProcessAnalyzer(fileSystem),
  });
  const readCatalog = () => readFile(join(__dirname, 'catalog.json'), 'utf8');
  return {
    ...SYSTEM_TIME,
    fileSystem,
    realPath: async (path) => toSlashes(await realpath(path)),
    readCatalog,
    readKnownParts: () => readFile(join(__dirname, 'known-parts.json'), 'utf8'),
    loadExports,
    loadLanguages: loadLanguagesBundle,
    loadInspector: loadInspectorBundle,
    loadBom: loadBomBundle,
    scanAnalyzer,
  };
}
