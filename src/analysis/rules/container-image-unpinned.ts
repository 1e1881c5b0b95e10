import type { ImageReference } from '../../source/content/image-reference';
import { imageTagState, isBuiltHere } from '../rule-support/commands/image-tag';
import { COMMAND_LANGUAGES } from '../rule-support/commands/document-languages';
import type { Rule, RuleContext } from '../rule';

function check(image: ImageReference, context: RuleContext): void {
  const state = imageTagState(image);
  if (state !== 'none' && state !== 'moving') return;
  if (isBuiltHere(image, context)) return;
  const name = image.repository;
  const which =
    state === 'none' ? 'no tag, which means `latest`' : `the tag \`${image.tag ?? ''}\`, which moves`;
  context.report({
    at: image.range,
    subject: name,
    message: `The image \`${name}\` is taken with ${which}: tomorrow another program may run under this name. Name a version and its digest (\`@sha256:…\`).`,
  });
}

export const rule: Rule = {
  id: 'container-image-unpinned',
  title: 'Container image without a fixed version',
  stages: ['continuous-integration', 'continuous-deployment', 'model-serving', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03', 'owasp-agentic-2026:ASI04'],
  cwe: ['CWE-1357', 'CWE-494'],
  atlas: ['AML.T0010.001'],
  controls: ['C29', 'C05'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'containers', 'pinning'],
  languages: COMMAND_LANGUAGES,
  what: 'Finds images without a tag or with one that moves (`latest`, `nightly`, `main`, `stable`, a tag without any number) in `FROM`, `COPY --from`, compose files, Kubernetes manifests, workflows and commands such as `docker run`. A digest counts as pinned, a version tag is left to the strict rule `container-image-without-digest`, and a tag that is put in from outside is unknown and stays silent. So do build stages and images built by the same file.',
  why: 'Whoever can push to the repository, or takes it over, decides what runs beside your models and keys. Even without an attacker a build of today and one of tomorrow differ, so an evaluation says nothing about what is deployed.',
  fix: 'Name a version and add the digest that `docker buildx imagetools inspect NAME:TAG` prints: `python:3.12-slim@sha256:…`. Let an updater raise it in pull requests that are tested.',
  references: [
    {
      title: 'Docker: pin base image versions',
      url: 'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    },
    {
      title: 'Kubernetes: image names',
      url: 'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    },
  ],
  examples: {
    bad: [
      { title: 'no tag', file: 'Dockerfile', code: 'FROM pytorch/pytorch\nUSER 1000\n' },
      { title: 'latest', file: 'Dockerfile', code: 'FROM nvcr.io/nvidia/pytorch:latest\nUSER 1000\n' },
      {
        title: 'a tag that moves',
        file: 'docker/Dockerfile.gpu',
        code: 'FROM tensorflow/tensorflow:latest-gpu AS base\nFROM base\nUSER 1000\n',
      },
      {
        title: 'a nightly build',
        file: 'Dockerfile',
        code: 'FROM rocm/pytorch-nightly:nightly\nUSER 1000\n',
      },
      { title: 'a tag that names no version', file: 'Dockerfile', code: 'FROM python:slim\nUSER 1000\n' },
      {
        title: 'a default that is no version',
        file: 'Dockerfile',
        code: 'ARG BASE=vllm/vllm-openai:latest\nFROM ${BASE}\nUSER 1000\n',
      },
      {
        title: 'a copy from an image',
        file: 'Dockerfile',
        code: 'FROM python:3.12@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nCOPY --from=ghcr.io/astral-sh/uv:latest /uv /bin/\nUSER 1000\n',
      },
      {
        title: 'with a registry that has a port',
        file: 'Dockerfile',
        code: 'FROM registry.example.com:5000/team/base\nUSER 1000\n',
      },
      {
        title: 'a command',
        file: 'serve.sh',
        code: 'docker run --gpus all -p 127.0.0.1:8000:8000 vllm/vllm-openai:latest --model facebook/opt-125m\n',
      },
      {
        title: 'a command without a tag',
        file: 'serve.sh',
        code: 'sudo docker pull ollama/ollama && podman run -d --name x chromadb/chroma\n',
        findings: 2,
      },
      {
        title: 'a cluster image',
        file: 'job.sh',
        code: 'singularity pull docker://nvcr.io/nvidia/nemo:dev\n',
      },
      {
        title: 'a registry put in, the tag known',
        file: 'Dockerfile',
        code: 'ARG REGISTRY\nFROM ${REGISTRY}/base:latest\nUSER 1000\n',
      },
      {
        title: 'compose',
        file: 'docker-compose.yml',
        code: 'services:\n  vectors:\n    image: qdrant/qdrant\n  model:\n    image: ollama/ollama:latest\n',
        findings: 2,
      },
      {
        title: 'Kubernetes',
        file: 'k8s/serve.yaml',
        code: 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: tritonserver:latest\n',
      },
    ],
    good: [
      {
        title: 'a digest',
        file: 'Dockerfile',
        code: 'FROM python:3.12-slim@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\nUSER 1000\n',
      },
      {
        title: 'versions',
        file: 'Dockerfile',
        code: 'FROM nvidia/cuda:12.1.0-devel-ubuntu22.04 AS build\nFROM python:3.12-slim\nFROM debian:bookworm-slim\nFROM node:20\nUSER 1000\n',
      },
      {
        title: 'stages and nothing',
        file: 'Dockerfile',
        code: 'FROM scratch AS one\nFROM python:3.12 AS Two\nFROM two\nCOPY --from=one / /\nCOPY --from=0 / /\nUSER 1000\n',
      },
      {
        title: 'put in from outside',
        file: 'Dockerfile',
        code: 'ARG BASE_IMAGE\nARG TAG\nFROM ${BASE_IMAGE}\nFROM python:${TAG}\nFROM $BASE_IMAGE\nUSER 1000\n',
      },
      {
        title: 'a version in a variable',
        file: 'Dockerfile',
        code: 'ARG PYTHON=3.11\nARG CUDA=12.1\nFROM python:${PYTHON}-slim\nFROM nvidia/cuda:${CUDA}-runtime-ubuntu22.04\nUSER 1000\n',
      },
      {
        title: 'built by the same script',
        file: 'build.sh',
        code: 'docker build -t my-model:latest .\ndocker run --rm my-model:latest\ndocker run --rm my-model\n',
      },
      {
        title: 'no image at all',
        file: 'ci.sh',
        code: 'docker compose pull\ndocker ps\ndocker exec box ls\ndocker run --rm $IMAGE\n',
      },
      {
        title: 'compose: what a build is called',
        file: 'docker-compose.yml',
        code: 'services:\n  app:\n    build: .\n    image: my-app\n  db:\n    image: postgres:16.2\n  other:\n    image: ${IMAGE}\n',
      },
    ],
  },
  on: { image: check },
};
