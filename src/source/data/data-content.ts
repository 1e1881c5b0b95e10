import type { DataNode } from '../content/data-node';
import { joinContent, type DocumentContent } from '../content/document-content';
import type { DocumentKind } from '../document-kind';
import { commandContent } from '../packages/command-content';
import { agentCommands } from './content/agent-content';
import { composeContent } from './content/compose-content';
import { condaContent } from './content/conda-content';
import { dataPipelineContent } from './content/data-pipeline-content';
import { editorContent } from './content/editor-content';
import { installerOptions } from './content/installer-content';
import { isKubernetes, kubernetesContent } from './content/kubernetes-content';
import { npmLock, npmManifest } from './content/npm-content';
import { pipelineContent } from './content/pipeline-content';
import { pythonLock, pythonManifest } from './content/python-content';

/** What the data of a configuration file names besides itself: commands, packages, images. */
export function dataContent(root: DataNode, kind: DocumentKind): DocumentContent {
  const own = ownContent(root, kind);
  const { commands = [], ...rest } =
    kind.role === 'package-lock' ? own : joinContent([own, { commands: agentCommands(root, kind.role) }]);
  return joinContent([rest, commandContent(commands)]);
}

function ownContent(root: DataNode, { language, role }: DocumentKind): Partial<DocumentContent> {
  switch (role) {
    case 'workflow':
      return pipelineContent(root);
    case 'compose':
      return composeContent(root);
    case 'data-pipeline':
      return dataPipelineContent(root);
    case 'ide-settings':
      return editorContent(root);
    case 'package-manifest':
      if (language === 'yaml') return condaContent(root);
      return language === 'json' ? npmManifest(root) : pythonManifest(root);
    case 'package-lock':
      return { packages: language === 'json' ? npmLock(root) : pythonLock(root) };
    case 'installer-config':
      if (language === 'toml') return pythonManifest(root);
      return { packageOptions: installerOptions(root) };
    default:
      return language === 'yaml' && isKubernetes(root) ? kubernetesContent(root) : {};
  }
}
