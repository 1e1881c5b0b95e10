import type { DockerInstruction } from '../../source/content/docker-instruction';
import { stageUsers, type StageUser } from '../rule-support/commands/image-user';
import { servesModel } from '../rule-support/commands/model-server';
import type { Rule, RuleContext } from '../rule';

function check(instruction: DockerInstruction, context: RuleContext): void {
  const { instructions } = context.content;
  const last = instructions.at(-1)?.stage ?? -1;
  const isEntry = instruction === entryOf(instructions, last);
  const user = stageUsers(instructions, last, context.content.images);
  const isUser = user.state === 'root' && instruction === user.instruction;
  if (!isUser && !(isEntry && user.state === 'default')) return;
  const isServer = servesModel(instructions, last);
  context.report({
    at: instruction.range,
    subject: isUser ? 'USER' : instruction.keyword,
    message: messageOf(user, isServer),
    // Root on purpose, or a server that takes what outsiders send, is worth more than a remark.
    ...(isUser || isServer ? {} : { severity: 'info' as const }),
  });
}

function entryOf(instructions: readonly DockerInstruction[], stage: number): DockerInstruction | undefined {
  const own = instructions.filter((one) => one.stage === stage);
  return (
    own.findLast(({ keyword }) => keyword === 'ENTRYPOINT') ??
    own.findLast(({ keyword }) => keyword === 'CMD')
  );
}

function messageOf(user: StageUser, isServer: boolean): string {
  const what = user.state === 'root' ? 'The last `USER` is root' : 'No `USER` is set';
  const risk = isServer
    ? 'a hole in the model server, or a model that brings code, has the whole container'
    : 'a hole in the program has the whole container';
  return `${what}, so the container runs as root and ${risk}. Add a user of its own and name it in \`USER\` before the start.`;
}

export const rule: Rule = {
  id: 'container-runs-as-root',
  title: 'Container runs as root',
  stages: ['model-serving', 'continuous-deployment', 'llm-deploy'],
  risks: ['owasp-ml-2023:ML05', 'owasp-llm-2026:LLM03', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-250'],
  atlas: ['AML.T0011'],
  controls: ['C29', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['containers', 'least-privilege'],
  languages: ['dockerfile'],
  what: 'Finds images whose last stage starts something (`CMD`, `ENTRYPOINT`) with no `USER`, or with root as the last one. It is a warning where the image serves a model or the user is named root, information elsewhere. Images that start nothing, base images with a user of their own, users that are put in, and entry points that step down (`gosu`, `su-exec`) are left alone.',
  why: 'Model servers load files that can carry code and parse what strangers send. As root in the container, one hole is enough to change the program and its models, read mounted secrets, and try the ways out to the host.',
  fix: 'Create a user (`RUN useradd --create-home app`), let it own what it must write, and end with `USER app`. In Kubernetes also set `runAsNonRoot: true`.',
  references: [
    { title: 'Dockerfile: USER', url: 'https://docs.docker.com/reference/dockerfile/#user' },
    {
      title: 'Kubernetes: security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a model server',
        file: 'Dockerfile',
        code: 'FROM python:3.12-slim\nRUN pip install fastapi==0.115.0 torch==2.6.0\nCOPY . /app\nCMD ["uvicorn", "app:app", "--port", "8000"]\n',
      },
      {
        title: 'back to root',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nUSER app\nRUN ls\nUSER root\nENTRYPOINT ["python", "serve.py"]\n',
      },
      { title: 'by number', file: 'Dockerfile', code: 'FROM python:3.12\nUSER 0:0\nCMD python serve.py\n' },
      {
        title: 'only another stage has a user',
        file: 'Dockerfile',
        code: 'FROM python:3.12 AS build\nUSER app\nRUN make\nFROM python:3.12-slim\nCOPY --from=build /app /app\nCMD ["python", "-m", "app"]\n',
      },
      {
        title: 'any program (information)',
        file: 'Dockerfile',
        code: 'FROM debian:12\nENTRYPOINT ["/tool"]\n',
      },
    ],
    good: [
      {
        title: 'a user of its own',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nRUN useradd app\nUSER app\nCMD ["uvicorn", "app:app"]\n',
      },
      {
        title: 'root while it is built',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nUSER root\nRUN apt-get update\nUSER 1000\nCMD ["python", "app.py"]\n',
      },
      {
        title: 'a user from the stage before',
        file: 'Dockerfile',
        code: 'FROM python:3.12 AS base\nUSER app\nFROM base\nCMD ["python", "app.py"]\n',
      },
      {
        title: 'a user that is put in',
        file: 'Dockerfile',
        code: 'FROM python:3.12\nARG UID\nUSER $UID\nCMD ["python", "app.py"]\n',
      },
      {
        title: 'images without root',
        file: 'Dockerfile',
        code: 'FROM gcr.io/distroless/python3:nonroot\nCMD ["app.py"]\n',
      },
      {
        title: 'nothing is started',
        file: 'Dockerfile',
        code: 'FROM nvidia/cuda:12.1.0-devel-ubuntu22.04\nRUN apt-get update\n',
      },
      {
        title: 'the entry point steps down',
        file: 'Dockerfile',
        code: 'FROM debian:12\nRUN apt-get install -y gosu\nENTRYPOINT ["/entry.sh"]\n',
      },
    ],
  },
  on: { instruction: check },
};
