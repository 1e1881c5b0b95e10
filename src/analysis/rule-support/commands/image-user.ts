import type { DockerInstruction } from '../../../source/content/docker-instruction';
import type { ImageReference } from '../../../source/content/image-reference';
import { isPartlyUnknown } from './known-value';

/** As whom a build stage runs what it starts. */
export type StageUser =
  | { readonly state: 'root'; readonly instruction: DockerInstruction }
  | { readonly state: 'default' | 'other' };

/** Images whose makers start them as a user without rights. */
const OWN_USER =
  /nonroot|non-root|unprivileged|^(?:.*\/)?(?:jupyter|bitnami|bitnamilegacy|apache|airbyte|selenium|langfuse)\/|cgr\.dev\/|chainguard|quay\.io\/jupyter|public\.ecr\.aws\/lambda\/|registry\.access\.redhat\.com\/ubi\d+\/python|mambaorg\/micromamba|nginxinc\/nginx-unprivileged|hardened/iu;
const STEPS_DOWN = /^(?:gosu|su-exec|setpriv|fixuid|s6-setuidgid|chpst)$/u;

/** As whom the stage starts what it starts, with the stages it is built on. */
export function stageUsers(
  instructions: readonly DockerInstruction[],
  stage: number,
  images: readonly ImageReference[],
): StageUser {
  const own = instructions.filter((one) => one.stage === stage);
  const user = own.findLast(({ keyword }) => keyword === 'USER');
  if (user) return userOf(user);
  if (stepsDown(own)) return { state: 'other' };
  const [, base = ''] = /^(\S+)/u.exec(own.find(({ keyword }) => keyword === 'FROM')?.text ?? '') ?? [];
  const parent = instructions.find(
    ({ keyword, text, stage: at }) =>
      keyword === 'FROM' && at < stage && new RegExp(`\\sAS\\s+${escaped(base)}$`, 'iu').test(text),
  );
  if (parent) return stageUsers(instructions, parent.stage, images);
  const name =
    images.find(({ text, repository }) => text === base || base.startsWith(repository))?.text ?? base;
  return { state: OWN_USER.test(name) || isPartlyUnknown(name) ? 'other' : 'default' };
}

function userOf(instruction: DockerInstruction): StageUser {
  const name = instruction.text.trim().replace(/^"(.*)"$/u, '$1');
  return /^(?:root|0)(?::.*)?$/iu.test(name) ? { state: 'root', instruction } : { state: 'other' };
}

function stepsDown(instructions: readonly DockerInstruction[]): boolean {
  return instructions.some(({ commands }) =>
    commands.some(
      ({ program, words, wrappers }) =>
        words.some(({ text }) => STEPS_DOWN.test(text)) ||
        (program !== undefined && STEPS_DOWN.test(program)) ||
        wrappers.some((one) => one.startsWith('gosu')),
    ),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
