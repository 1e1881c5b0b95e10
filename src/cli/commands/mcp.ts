import { realpathSync, statSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AGENT_INSTRUCTIONS, AGENT_TOOLS } from '../../agent/agent-tools';
import type { AgentWorkspace } from '../../agent/agent-workspace';
import { callTool } from '../../agent/call-tool';
import { ConfinedFileSystem } from '../../workspace/confined-file-system';
import { NodeFileSystem } from '../../workspace/node/node-file-system';
import { systemReason } from '../../workspace/node/system-reason';
import { toSlashes } from '../../workspace/node/to-slashes';
import { CliError } from '../cli-error';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../exit-code';
import { confinedGuide } from '../guide';
import { builtInKnownParts } from '../known-parts';
import { loadMcpBundle } from '../mcp/mcp-bundle';
import { toolVersion } from '../tool-version';

export interface McpOptions {
  readonly root?: string;
}

/**
 * `mlsecops mcp`: serves the tools for coding agents over standard input and output, until the client goes away.
 *
 * @throws CliError when the root is no folder
 */
export async function runMcp({ root = '.' }: McpOptions, environment: CliEnvironment): Promise<number> {
  const workspace = workspaceAt(rootFolder(root, environment), environment);
  await loadMcpBundle().serveStdio({
    name: 'mlsecops-lens',
    title: 'MLSecOps Lens',
    version: toolVersion(),
    instructions: AGENT_INSTRUCTIONS,
    tools: AGENT_TOOLS,
    call: (name, input, signal) => callTool(name, input, workspace, signal),
  });
  return EXIT.clean;
}

function rootFolder(written: string, { workingFolder }: CliEnvironment): string {
  try {
    const real = realpathSync(resolve(workingFolder, written));
    if (!statSync(real).isDirectory()) throw new Error('it is no folder');
    return toSlashes(real);
  } catch (error) {
    throw new CliError(`cannot serve ${written}: ${systemReason(error)}`);
  }
}

function workspaceAt(root: string, { today }: CliEnvironment): AgentWorkspace {
  const realPath = async (path: string): Promise<string> => toSlashes(await realpath(path));
  const files = new ConfinedFileSystem(new NodeFileSystem(), root, realPath);
  return {
    root,
    files,
    realPath,
    settings: {},
    guide: () => confinedGuide(files, root),
    known: builtInKnownParts,
    today,
  };
}
