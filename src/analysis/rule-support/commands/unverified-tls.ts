import type { ShellCommand } from '../../../source/content/shell-command';
import type { TextRange } from '../../../source/range';
import { downloadOf } from './downloads';
import { isOwnAddress } from './known-value';

const OFF_WHEN_FALSE =
  /^(?:PYTHONHTTPSVERIFY|NODE_TLS_REJECT_UNAUTHORIZED|GIT_SSL_VERIFY|HF_HUB_VERIFY_SSL|SSL_VERIFY|CONDA_SSL_VERIFY|npm_config_strict_ssl|NPM_CONFIG_STRICT_SSL|AWS_VERIFY_SSL)$/u;
const OFF_WHEN_TRUE =
  /^(?:GIT_SSL_NO_VERIFY|MLFLOW_TRACKING_INSECURE_TLS|WANDB_INSECURE_DISABLE_SSL|HF_HUB_DISABLE_SSL_VERIFICATION|CURL_INSECURE|AIRFLOW__WEBSERVER__INSECURE)$/u;
const OFF_WHEN_EMPTY = /^(?:CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE)$/u;

/** Whether a variable of the environment switches the check of certificates off. */
export function isUnverifiedSetting(name: string, value: string | undefined): boolean {
  if (value === undefined) return false;
  if (OFF_WHEN_FALSE.test(name)) return /^(?:0|false|no|off)$/iu.test(value);
  if (OFF_WHEN_TRUE.test(name)) return /^(?:1|true|yes|on)$/iu.test(value);
  return OFF_WHEN_EMPTY.test(name) && value.trim() === '';
}

/** The part of a command that switches the check of certificates off. */
export function unverifiedPart(
  command: ShellCommand,
): { readonly text: string; readonly range: TextRange } | undefined {
  const setting = command.assignments.find(({ name, value }) => isUnverifiedSetting(name, value?.text ?? ''));
  if (setting) return { text: `${setting.name}=${setting.value?.text ?? ''}`, range: setting.range };
  const { program, words } = command;
  if (program === undefined) return undefined;
  const at = words.findIndex(
    ({ text }, index) => index > 0 && isSwitch(program.toLowerCase(), text, words[index + 1]?.text),
  );
  const word = words[at];
  // Certificates of this machine are signed by nobody.
  const urls = downloadOf(command)?.urls ?? [];
  if (urls.length > 0 && urls.every(({ text }) => isOwnAddress(text))) return undefined;
  return word && { text: `${program} ${word.text}`, range: command.range };
}

function isSwitch(program: string, text: string, next: string | undefined): boolean {
  switch (program) {
    case 'curl':
      return (
        /^(?:--insecure|--proxy-insecure|-[a-zA-Z]*k[a-zA-Z]*)$/u.test(text) &&
        !/^-[a-zA-Z]*[oHdXuAeTFmxw][a-zA-Z]*k/u.test(text)
      );
    case 'wget':
    case 'wget2':
      return text === '--no-check-certificate' || /^--check-certificate=(?:off|no|quiet)$/u.test(text);
    case 'aria2c':
      return text === '--check-certificate=false';
    case 'http':
    case 'https':
      return text === '--verify=no' || (text === '--verify' && next === 'no');
    case 'git':
      return (
        /^http\.(?:.*\.)?sslVerify(?:=(?:false|0|no)|$)/iu.test(text) &&
        (text.includes('=') || /^["']?(?:false|0|no)/iu.test(next ?? ''))
      );
    case 'npm':
    case 'yarn':
    case 'pnpm':
      return (
        /^(?:--)?(?:strict-ssl|enableStrictSsl)(?:=false|$)/iu.test(text) &&
        (text.includes('=') || next === 'false')
      );
    case 'conda':
    case 'mamba':
      return (
        text === '--insecure' ||
        text === '-k' ||
        (text === 'ssl_verify' && /^(?:false|no)$/iu.test(next ?? ''))
      );
    case 'aws':
      return text === '--no-verify-ssl';
    case 'invoke-webrequest':
    case 'invoke-restmethod':
    case 'iwr':
    case 'irm':
      return /^-SkipCertificateCheck$/iu.test(text);
    case 'kubectl':
    case 'helm':
      return text === '--insecure-skip-tls-verify' || text === '--insecure-skip-tls-verify=true';
    case 'docker':
    case 'podman':
    case 'skopeo':
      return text === '--tls-verify=false' || text === '--insecure-registry';
    default:
      return false;
  }
}
