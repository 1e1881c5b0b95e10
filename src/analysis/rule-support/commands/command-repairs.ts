import { OWN_ADDRESS, withoutOption, type SourceRepair } from '../source-repair';

const CHECK = 'Check the certificate';

/** What to write in commands that switch the check of certificates off. */
export const TLS_REPAIRS: readonly SourceRepair[] = [
  withoutOption(
    '--no-check-certificate|--insecure|--proxy-insecure|--no-verify-ssl|--tls-verify=false',
    CHECK,
  ),
  withoutOption('--insecure-skip-tls-verify(?:=true)?|--check-certificate=(?:false|off|no|quiet)', CHECK),
  withoutOption('--verify=no|-SkipCertificateCheck', CHECK),
  withoutOption('-k', CHECK),
  { title: CHECK, find: /(\s-[a-zA-Z]*)k([a-zA-Z]*)(?=\s)/u, by: '$1$2' },
  { title: CHECK, find: /\b(sslVerify[= ]+["']?)(?:false|0|no)\b/iu, by: '$1true' },
  { title: CHECK, find: /\b((?:strict-ssl|ssl_verify)[= ]+["']?)(?:false|0|no)\b/iu, by: '$1true' },
  { title: CHECK, find: /\b(\w*(?:NO_VERIFY|INSECURE|DISABLE_SSL)\w*=["']?)(?:1|yes|on)\b/u, by: '$10' },
  { title: CHECK, find: /\b(\w*(?:NO_VERIFY|INSECURE|DISABLE_SSL)\w*=["']?)true\b/u, by: '$1false' },
  { title: CHECK, find: /\b(\w*(?:VERIFY|UNAUTHORIZED|SSL|ssl)\w*=["']?)(?:0|no|off)\b/u, by: '$11' },
  { title: CHECK, find: /\b(\w*(?:VERIFY|UNAUTHORIZED|SSL|ssl)\w*=["']?)false\b/u, by: '$1true' },
];

/** What to write in commands that open a service to everybody. */
export const EXPOSURE_REPAIRS: readonly SourceRepair[] = [
  OWN_ADDRESS,
  withoutOption('--bind_all', 'Bind to this machine only'),
  withoutOption('--disable-token(?:-auth)?', 'Keep the token'),
];

const TOKEN = 'Keep the token';
const APPLICATION = String.raw`--(?:NotebookApp|ServerApp|IdentityProvider|LabApp|PasswordIdentityProvider)\.`;

/** What to write in commands that start a notebook server for everybody. */
export const NOTEBOOK_REPAIRS: readonly SourceRepair[] = [
  withoutOption(String.raw`${APPLICATION}(?:token|password|hashed_password)=(?:''|"")?`, TOKEN),
  withoutOption(String.raw`${APPLICATION}disable_check_xsrf=True`, 'Check where requests come from'),
  withoutOption(String.raw`${APPLICATION}allow_origin(?:_pat)?=["']?\.?\*["']?`, 'Keep other origins out'),
  { ...OWN_ADDRESS, find: /0\.0\.0\.0|(?<=[= ])\*/u },
];

/** What to write in commands that connect over SSH to whoever answers. */
export const SSH_REPAIRS: readonly SourceRepair[] = [
  { title: 'Check the key of the server', find: /(StrictHostKeyChecking[= ])(?:no|off)\b/iu, by: '$1yes' },
];

/** Options with which agents ask nobody. */
export const AGENT_REPAIRS: readonly SourceRepair[] = [
  withoutOption(
    '--(?:allow-)?dangerously-skip-permissions|--permission-mode=bypassPermissions|--dangerously-bypass-approvals-and-sandbox|--yolo|--yes-always|--trust-all-tools|--dangerously-allow-all|--skip-permissions-unsafe|--allow-all-tools|--approval-mode=yolo',
    'Let the agent ask',
  ),
  { title: 'Keep it in the sandbox', find: /danger-full-access/u, by: 'workspace-write' },
  { title: 'Let the agent ask', find: /bypassPermissions/u, by: 'default' },
];
