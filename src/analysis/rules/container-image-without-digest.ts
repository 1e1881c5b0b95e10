import type { ImageReference } from '../../source/content/image-reference';
import { imageTagState, isBuiltHere } from '../rule-support/commands/image-tag';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import type { Rule, RuleContext } from '../rule';

function check(image: ImageReference, context: RuleContext): void {
  if (imageTagState(image) !== 'version' || isBuiltHere(image, context)) return;
  context.report({
    at: image.range,
    subject: image.repository,
    message: `The tag \`${image.tag ?? ''}\` of \`${image.repository}\` can be pushed again with other content. Add the digest behind it: \`@sha256:…\`.`,
  });
}

export const rule: Rule = {
  id: 'container-image-without-digest',
  title: 'Container image is pinned by its tag alone',
  stages: ['continuous-integration', 'continuous-deployment', 'model-serving', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-1357', 'CWE-494'],
  atlas: ['AML.T0010.001'],
  controls: ['C29', 'C05'],
  severity: 'info',
  preset: 'strict',
  since: '0.1.0',
  tags: ['supply-chain', 'containers', 'pinning'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds images that are named by a version tag without a digest.',
  why: 'Tags are names that the owner of a repository may move. With a digest the engine checks the content it gets.',
  fix: 'Take the digest from `docker buildx imagetools inspect NAME:TAG` and write it behind the tag; the tag then says to people what the digest says to the engine.',
  references: [{ title: 'Docker: image digests', url: 'https://docs.docker.com/dhi/core-concepts/digests/' }],
  examples: {
    bad: [
      { title: 'a base image', file: 'Dockerfile', code: 'FROM python:3.12-slim\nUSER 1000\n' },
      {
        title: 'a command',
        file: 'run.sh',
        code: 'docker run --rm pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime\n',
      },
    ],
    good: [
      {
        title: 'with its digest',
        file: 'Dockerfile',
        code: 'FROM python:3.12-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nUSER 1000\n',
      },
      { title: 'put in from outside', file: 'Dockerfile', code: 'ARG V\nFROM python:${V}\nUSER 1000\n' },
    ],
  },
  on: { image: check },
};
