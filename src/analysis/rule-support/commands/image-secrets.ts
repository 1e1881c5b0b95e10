import type { ShellCommand } from '../../../source/content/shell-command';
import type { TextRange } from '../../../source/range';

const SECRET_NAME =
  /(?:^|_)(?:API_?KEY|APIKEY|ACCESS_?KEY|SECRET_?KEY|PRIVATE_?KEY|ENCRYPTION_?KEY|SIGNING_?KEY|AUTH_?KEY|LICENSE_?KEY|(?:OPENAI|ANTHROPIC|GEMINI|MISTRAL|COHERE|GROQ|WANDB|HF|GITHUB|SSH|JWT|AWS|AZURE|STORAGE|ACCOUNT|DEPLOY|MASTER|ADMIN)_KEY|(?:[A-Z0-9]+_)?TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|PWD)$/iu;
const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults?|test)[\w-]+)*|\.netrc|\.git-credentials|\.pgpass|\.htpasswd|id_(?:rsa|dsa|ecdsa|ed25519)|kaggle\.json|credentials\.json|client_secrets?\.json|service[-_]?account[\w-]*\.json|[\w-]+\.(?:pfx|p12)|\.aws(?:\/credentials)?|\.ssh|\.kaggle|\.docker\/config\.json)\/?$/iu;

/** Whether a setting of this name holds a key, a token or a password. */
export function isSecretName(name: string): boolean {
  return (
    SECRET_NAME.test(name) &&
    !/^(?:PWD|OLDPWD|.*(?:PUBLIC|MAX|MIN|NUM|PAD|EOS|BOS|SEP|CLS|MASK|UNK|STOP|SPECIAL)_(?:KEY|TOKEN)S?)$/iu.test(
      name,
    )
  );
}

/** Whether a file of this name holds credentials. */
export function secretFile(path: string): boolean {
  return SECRET_FILE.test(path) && !/\.pub$/u.test(path);
}

/** A secret that is put into the words of a command. */
export function passedSecret({
  words,
}: ShellCommand): { readonly name: string; readonly range: TextRange } | undefined {
  for (const [at, { text, expansions, range }] of words.entries()) {
    const secret = expansions.find(({ name }) => isSecretName(name));
    if (!secret) continue;
    const option = text.startsWith('--') ? text : (words[at - 1]?.text ?? '');
    const isGiven =
      /^--?(?:token|password|api-?key|passwd|secret)(?:=|$)/iu.test(option) ||
      /:\/\/[^/]*\$[^/]*@/u.test(text);
    if (isGiven) return { name: secret.name, range };
  }
  return undefined;
}
