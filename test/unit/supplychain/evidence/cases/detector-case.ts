import type { Files } from '../../support/survey-files';

/** What a workspace with these files is evidence of. */
export interface DetectorCase {
  readonly evidence: string;
  readonly title: string;
  readonly files: Files;
  /** `no`: nothing is said of it; `against`: it is plainly not so. */
  readonly expect: 'yes' | 'no' | 'against';
}

export const yes = (evidence: string, title: string, files: Files): DetectorCase => ({
  evidence,
  title,
  files,
  expect: 'yes',
});
export const no = (evidence: string, title: string, files: Files): DetectorCase => ({
  evidence,
  title,
  files,
  expect: 'no',
});
export const against = (evidence: string, title: string, files: Files): DetectorCase => ({
  evidence,
  title,
  files,
  expect: 'against',
});

/** A workflow of GitHub with these steps. */
export function workflow(steps: string, head = 'on: push\n'): Files {
  return {
    '.github/workflows/ci.yml': `${head}jobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n${steps
      .split('\n')
      .map((line) => `      ${line}`)
      .join('\n')}\n`,
  };
}

/** One step that runs a command. */
export function runs(command: string, head?: string): Files {
  return workflow(`- run: ${command}`, head);
}

/** So many words as people write them. */
export function words(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => ['the', 'model', 'answers', 'questions', 'of', 'customers'][at % 6],
  ).join(' ');
}
