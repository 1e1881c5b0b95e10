import { NodeFileSystem } from '../workspace/node/node-file-system';
import { SYSTEM_TIME, type ServerHost } from './host';

/** The server's surroundings in a Node process. */
export function nodeHost(): ServerHost {
  return { ...SYSTEM_TIME, fileSystem: new NodeFileSystem() };
}
