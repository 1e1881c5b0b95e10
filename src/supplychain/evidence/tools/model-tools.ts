import type { KnownTool } from './known-tool';
import type { RunPlace } from './tool-run';

/** Evaluations and attacks are evidence wherever somebody can start them. */
const ANYWHERE: readonly RunPlace[] = ['workflow', 'hook', 'recipe', 'script'];
const BEFORE_USE: readonly RunPlace[] = ['workflow', 'hook', 'recipe', 'image'];
const WITH_SCRIPTS: readonly RunPlace[] = ['workflow', 'hook', 'recipe', 'image', 'script'];

/** Tools that look after models, data and prompts. */
export const MODEL_TOOLS: readonly KnownTool[] = [
  {
    title: 'A scan of model files',
    evidence: ['EV-MODELSCAN'],
    program: /^(?:modelscan|picklescan|modelaudit)$/u,
    hook: /^(?:modelscan|picklescan|fickling|modelaudit)/u,
    places: BEFORE_USE,
  },
  {
    title: 'Fickling',
    evidence: ['EV-MODELSCAN'],
    program: /^fickling$/u,
    given: /--check-safety/u,
    places: BEFORE_USE,
  },
  {
    title: 'MLSecOps Lens',
    evidence: ['EV-MODELSCAN'],
    program: /^mlsecops(?:-lens)?$/u,
    action: /\/mlsecops-lens$/u,
    hook: /^mlsecops/u,
    notGiven: /^(?:rules|explain|lifecycle|crosswalk|baseline|bom|inventory|assess|verify|lsp|mcp)\b/u,
    places: BEFORE_USE,
  },
  {
    title: 'Model signing',
    evidence: ['EV-OMS-SIGN'],
    program: /^model[_-]signing(?:\.cli)?$/u,
    given: /^sign\b/u,
    places: WITH_SCRIPTS,
  },
  {
    title: 'A check of the signature of a model',
    evidence: ['EV-OMS-VERIFY'],
    program: /^model[_-]signing(?:\.cli)?$/u,
    given: /^verify\b/u,
    // Whoever accepts every signer checks nothing.
    notGiven: /--identity[= ]['"]?\.\*['"]?(?: |$)/u,
    places: WITH_SCRIPTS,
  },
  {
    title: 'mlsecops verify',
    evidence: ['EV-OMS-VERIFY'],
    program: /^mlsecops(?:-lens)?$/u,
    given: /^verify\b/u,
    places: WITH_SCRIPTS,
  },
  {
    title: 'Promptfoo',
    evidence: ['EV-EVALSET'],
    program: /^promptfoo$/u,
    given: /^eval\b/u,
    action: /^promptfoo\/promptfoo-action$/u,
    places: ANYWHERE,
  },
  {
    title: 'DeepEval',
    evidence: ['EV-EVALSET'],
    program: /^deepeval$/u,
    given: /^test run\b/u,
    places: ANYWHERE,
  },
  {
    title: 'The LM Evaluation Harness',
    evidence: ['EV-EVALSET'],
    program: /^(?:lm_eval|lm-eval|lm_eval\.__main__)$/u,
    given: /--tasks/u,
    places: ANYWHERE,
  },
  {
    title: 'Inspect',
    evidence: ['EV-EVALSET'],
    program: /^inspect$/u,
    given: /^eval(?:-set)?\b/u,
    places: ANYWHERE,
  },
  {
    title: 'Red teaming with Promptfoo',
    evidence: ['EV-REDTEAM'],
    program: /^promptfoo$/u,
    given: /^redteam (?:run|eval|generate)\b/u,
    places: ANYWHERE,
  },
  { title: 'garak', evidence: ['EV-REDTEAM'], program: /^garak$/u, notGiven: /^--list/u, places: ANYWHERE },
  { title: 'PyRIT', evidence: ['EV-REDTEAM'], program: /^pyrit_(?:scan|shell)$/u, places: ANYWHERE },
  { title: 'DeepTeam', evidence: ['EV-REDTEAM'], program: /^deepteam$/u, given: /^run\b/u, places: ANYWHERE },
  {
    title: 'Comparison of tool definitions',
    evidence: ['EV-TOOL-HASH'],
    program: /^(?:mcp-scan|snyk-agent-scan)$/u,
    places: ANYWHERE,
  },
];
