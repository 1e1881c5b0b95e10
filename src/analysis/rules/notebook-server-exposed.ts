import type { Assignment, Expression, StringExpression } from '../../source/expression';
import { NOTEBOOK_COMMANDS } from '../rule-support/exposure-commands';
import { riskyCommandListener, riskyShellListener } from '../rule-support/risky-command';
import { NOTEBOOK_REPAIRS } from '../rule-support/commands/command-repairs';
import { saferValueFixes } from '../rule-support/safer-value-fixes';
import type { SourceModel } from '../../source/model';
import type { Fix } from '../finding';
import type { Rule, RuleContext } from '../rule';

const ADVICE =
  'Whoever reaches the port runs code with your data and keys; keep the token, or set a hashed password.';

/** Settings of Jupyter with the values that open it. */
const SETTINGS: ReadonlyMap<string, { readonly isOpen: (value: unknown) => boolean; readonly does: string }> =
  new Map([
    ['token', { isOpen: (value) => value === '', does: 'lets everybody in without a token' }],
    ['password', { isOpen: (value) => value === '', does: 'lets everybody in without a password' }],
    ['hashed_password', { isOpen: (value) => value === '', does: 'lets everybody in without a password' }],
    [
      'password_required',
      { isOpen: (value) => value === false, does: 'lets everybody in without a password' },
    ],
    [
      'disable_check_xsrf',
      { isOpen: (value) => value === true, does: 'lets other web pages act for the user' },
    ],
    [
      'allow_unauthenticated_access',
      { isOpen: (value) => value === true, does: 'lets everybody in without a token' },
    ],
    ['allow_origin', { isOpen: (value) => value === '*', does: 'lets pages of every origin use the server' }],
    [
      'allow_origin_pat',
      {
        isOpen: (value) => value === '.*' || value === '^.*$',
        does: 'lets pages of every origin use the server',
      },
    ],
    [
      'authenticator_class',
      {
        isOpen: (value) => typeof value === 'string' && /dummy|NullAuth/i.test(value),
        does: 'lets everybody in under any name',
      },
    ],
  ]);

const APPLICATION =
  /^(?:NotebookApp|ServerApp|LabApp|ExtensionApp|IdentityProvider|PasswordIdentityProvider|JupyterHub|Spawner|NotebookNotary|SingleUserNotebookApp)$/;

/** `c.NotebookApp.token = ""` in a configuration file. */
function checkSetting({ target, value, range }: Assignment, context: RuleContext): void {
  const { model } = context;
  if (target.kind !== 'attribute' || target.object.kind !== 'attribute') return;
  const setting = SETTINGS.get(target.name);
  if (!setting || !APPLICATION.test(target.object.name)) return;
  const actual = model.evaluate(value);
  const isClass =
    !actual.known && setting.isOpen(model.textAt(value.range)) && target.name === 'authenticator_class';
  if (!isClass && !(actual.known && setting.isOpen(actual.value))) return;
  const name = `${target.object.name}.${target.name}`;
  context.report({
    at: range,
    subject: name,
    message: `\`${name}\` ${setting.does}. ${ADVICE}`,
    fixes: closedFixes(value, model),
  });
}

/** A switch is turned; a missing token is left to Jupyter, which makes one, by taking the setting out. */
function closedFixes(value: Expression, model: SourceModel): readonly Fix[] {
  const safer = saferValueFixes(value, model);
  if (safer.length > 0) return safer;
  const statement = model.statementAt(value.range.start);
  if (value.kind !== 'string' || value.value !== '' || !statement) return [];
  const edits = [{ range: { start: statement.start, end: statement.start }, newText: '# ' }];
  return [{ title: 'Leave the setting out', safe: false, edits }];
}

/** An argument of the server in a list that is handed on (`["--NotebookApp.token=''"]`). */
function checkString(literal: StringExpression, context: RuleContext): void {
  const found =
    /^--(?:NotebookApp|ServerApp|IdentityProvider)\.(token|password|disable_check_xsrf|allow_origin)=(?:['"]{0,2}|True|['"]?\*['"]?)$/.exec(
      literal.value ?? '',
    );
  const [, name] = found ?? [];
  const setting = name === undefined ? undefined : SETTINGS.get(name);
  if (!setting || isInCommand(literal, context)) return;
  context.report({
    at: literal,
    subject: name ?? '',
    message: `This argument of a notebook server ${setting.does}. ${ADVICE}`,
  });
}

/** A command that names the program is reported as a whole. */
function isInCommand({ range }: StringExpression, { apis, model }: RuleContext): boolean {
  const statement = model.statementAt(range.start);
  return (
    statement !== undefined &&
    /\bjupyter\b/.test(model.textAt(statement)) &&
    model.callsIn(statement).some((call) => apis.ofKind('execution-sink', call, model).length > 0)
  );
}

export const rule: Rule = {
  id: 'notebook-server-exposed',
  title: 'Notebook server without a token',
  stages: ['experimentation', 'data-engineering', 'continuous-training', 'llm-develop-experiment'],
  risks: ['owasp-ml-2023:ML05', 'owasp-ml-2023:ML10', 'owasp-agentic-2026:ASI05'],
  cwe: ['CWE-306', 'CWE-1327'],
  atlas: ['AML.T0049', 'AML.T0035'],
  controls: ['C34', 'C15'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['serving', 'exposure', 'notebooks'],
  languages: ['python', 'shell', 'dockerfile', 'yaml', 'json'],
  what: 'Finds Jupyter configured without a token or password, with the check of requests from other pages off, or opened to every origin – in its configuration files, and in the commands that a program, script or image runs. Also as root on every interface.',
  why: 'A notebook server is a console in the browser. Without a token everybody who reaches the port runs code; without the check of origins, any web page that you visit while it runs may do so for you.',
  fix: 'Leave `token` alone: a random one is made at each start. For a fixed login use `jupyter server password`, which stores a hash. Bind to `127.0.0.1` and use an SSH tunnel.',
  references: [
    {
      title: 'Jupyter Server: security',
      url: 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
    },
    {
      title: 'CWE-306: Missing Authentication for Critical Function',
      url: 'https://cwe.mitre.org/data/definitions/306.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'the script of the Jupyter images',
        file: 'run.sh',
        code: "#!/bin/sh\nstart-notebook.sh --NotebookApp.token=''\n",
      },
      { title: 'no token', code: "c.NotebookApp.token = ''\n" },
      {
        title: 'the settings of today',
        code: 'c = get_config()\nc.ServerApp.password = ""\nc.IdentityProvider.token = ""\nc.ServerApp.disable_check_xsrf = True\nc.ServerApp.allow_origin = "*"\n',
        findings: 4,
      },
      {
        title: 'a hub that lets everybody in',
        code: 'c.JupyterHub.authenticator_class = "dummyauthenticator.DummyAuthenticator"\n',
      },
      {
        title: 'a command',
        code: 'import subprocess\n\nsubprocess.Popen(["jupyter", "lab", "--no-browser", "--ServerApp.token="])\n',
      },
      {
        title: 'a command line',
        code: 'import os\n\nos.system("jupyter notebook --ip=0.0.0.0 --allow-root --NotebookApp.token=\'\'")\n',
      },
      { title: 'arguments', code: 'ARGUMENTS = ["--no-browser", "--NotebookApp.token=\'\'"]\n' },
      {
        title: 'as root on every interface',
        code: 'import subprocess\n\nsubprocess.run("jupyter lab --ip 0.0.0.0 --allow-root", shell=True)\n',
      },
    ],
    good: [
      {
        title: 'a hashed password',
        code: 'c.ServerApp.ip = "127.0.0.1"\nc.PasswordIdentityProvider.hashed_password = "argon2:$argon2id$v=19$m=10240"\nc.ServerApp.allow_origin = "https://hub.acme.io"\n',
      },
      {
        title: 'a token from the environment',
        code: 'import os\n\nc.IdentityProvider.token = os.environ["JUPYTER_TOKEN"]\n',
      },
      { title: 'another token', code: 'self.parser.token = ""\nstate.password = ""\n' },
      {
        title: 'a command with its token',
        code: 'import subprocess\n\nsubprocess.Popen(["jupyter", "lab", "--no-browser", "--ip", "127.0.0.1"])\n',
      },
    ],
  },
  needs: ['execution-sink:shell'],
  commandWords: ['jupyter', 'start-notebook', 'start-lab', 'start-singleuser'],
  triggers: () => ['NotebookApp.', 'ServerApp.', 'IdentityProvider.', 'JupyterHub', 'jupyter'],
  on: {
    api: { 'execution-sink': riskyCommandListener(NOTEBOOK_COMMANDS, ADVICE, NOTEBOOK_REPAIRS) },
    command: riskyShellListener(NOTEBOOK_COMMANDS, ADVICE, NOTEBOOK_REPAIRS),
    assignment: checkSetting,
    string: checkString,
  },
};
