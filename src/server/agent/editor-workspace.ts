import { ToolError } from '../../agent/tool-error';
import type { AgentWorkspace } from '../../agent/agent-workspace';
import { ConfinedFileSystem, pathWithoutLinks } from '../../workspace/confined-file-system';
import { relativePath } from '../../workspace/path';
import type { Project } from '../projects/project';
import type { Session } from '../session';

/**
 * The folder that a question of an agent is about: the one that a path in it lies in, else the first of the workspace.
 *
 * @param input as it came, unchecked
 * @throws ToolError when no folder is open
 */
export async function editorWorkspace(
  input: unknown,
  { host, projects, guide, surveys }: Session,
): Promise<AgentWorkspace> {
  await projects.ready();
  const all = projects.all().filter(({ settings }) => settings.enable);
  const project = all.find(({ place }) => namesPathIn(input, place.path)) ?? all[0];
  if (!project) throw new ToolError('No folder is open in the editor.');
  const { place, engine } = project;
  // Only files of this machine have links that can be followed; elsewhere a path with a link in it is refused.
  const follow = place.files === host.fileSystem ? host.realPath : undefined;
  const root = follow ? await follow(place.path) : place.path;
  const realPath = follow ?? pathWithoutLinks(place.files, root);
  return {
    root,
    files: new ConfinedFileSystem(place.files, root, realPath),
    realPath,
    settings: settingsOf(engine.configuration),
    known: () => surveys.known.get(),
    today: () => host.today(),
    guide: async () => (await guide.get()).guide,
  };
}

/** The project file is read anew, so that what was just written to it counts. */
function settingsOf({
  preset,
  testCode,
  rules,
  exclude,
}: Project['engine']['configuration']): AgentWorkspace['settings'] {
  return { preset, testCode, rules, exclude };
}

function namesPathIn(input: unknown, folder: string): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return Object.values(input)
    .flat()
    .some(
      (value) => typeof value === 'string' && relativePath(folder, value.replaceAll('\\', '/')) !== undefined,
    );
}
