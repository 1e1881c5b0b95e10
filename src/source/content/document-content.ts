import type { DataNode } from './data-node';
import type { DockerInstruction } from './docker-instruction';
import type { ImageReference } from './image-reference';
import type { PackageOption, PackageRequest } from './package-request';
import type { Prose } from './prose';
import type { ShellCommand } from './shell-command';

/** What a document holds besides program code: all that rules can look at in configuration, scripts and instructions. */
export interface DocumentContent {
  /** The roots of configuration: one for each YAML document, also the front matter of a Markdown file. */
  readonly data: readonly DataNode[];
  /** Every shell command, wherever it stands, also inner ones. */
  readonly commands: readonly ShellCommand[];
  readonly packages: readonly PackageRequest[];
  readonly packageOptions: readonly PackageOption[];
  readonly images: readonly ImageReference[];
  readonly instructions: readonly DockerInstruction[];
  readonly prose: Prose | undefined;
}

export const NO_CONTENT: DocumentContent = {
  data: [],
  commands: [],
  packages: [],
  packageOptions: [],
  images: [],
  instructions: [],
  prose: undefined,
};

/** Content of several parts as one. */
export function joinContent(parts: readonly Partial<DocumentContent>[]): DocumentContent {
  return {
    data: parts.flatMap(({ data }) => data ?? []),
    commands: parts.flatMap(({ commands }) => commands ?? []),
    packages: parts.flatMap(({ packages }) => packages ?? []),
    packageOptions: parts.flatMap(({ packageOptions }) => packageOptions ?? []),
    images: parts.flatMap(({ images }) => images ?? []),
    instructions: parts.flatMap(({ instructions }) => instructions ?? []),
    prose: parts.find(({ prose }) => prose !== undefined)?.prose,
  };
}
