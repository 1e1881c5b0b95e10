// The step of action.yml. Everything comes by environment variables; see there.
import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { comment } from './pull-request-comment.mjs';
import { pathsOf, scanChange } from './scan-change.mjs';

const { env } = process;
/** Left for the steps that follow: the summary is an output. */
const folder = mkdtempSync(join(env.RUNNER_TEMP ?? tmpdir(), 'mlsecops-'));

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`mlsecops: ${error.message}`);
  process.exitCode = 2;
}

async function main() {
  const pullRequest = readEvent().pull_request;
  const summary = join(folder, 'summary.md');
  const sarif = env.MLSECOPS_SARIF ?? '';
  const code = scanChange({
    paths: pathsOf(env.MLSECOPS_PATHS),
    options: [
      ...option('--preset', env.MLSECOPS_PRESET),
      ...option('--config', env.MLSECOPS_CONFIG),
      ...option('--baseline', env.MLSECOPS_BASELINE),
    ],
    failOn: env.MLSECOPS_FAIL_ON,
    sarif,
    base: env.MLSECOPS_COMPARE === 'true' ? pullRequest?.base?.sha : undefined,
    summary,
    folder,
  });
  if (code > 1) return code;
  const text = readFileSync(summary, 'utf8');
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `sarif=${oneLine(sarif)}\nsummary=${summary}\n`);
  if (env.MLSECOPS_COMMENT === 'true') await tryToComment(pullRequest?.number, text);
  return code;
}

/** What the workflow runs for; nothing where that cannot be told, as in a scheduled run. */
function readEvent() {
  return env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')) : {};
}

/** A comment that cannot be written, as from a fork, is no reason to fail: the summary of the job says the same. */
async function tryToComment(number, text) {
  if (!Number.isInteger(number)) return;
  const { MLSECOPS_TOKEN: token, GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = env;
  try {
    await comment(text, { number, token, api, repository });
  } catch (error) {
    console.error(`mlsecops: the comment could not be written: ${error.message}`);
  }
}

function option(name, value) {
  return value ? [name, value] : [];
}

/** An output ends with its line. */
function oneLine(text) {
  return text.replaceAll(/[\r\n]/gu, ' ');
}
