import type { DocumentQuestion } from '../../source/section';
import { TOKEN_KINDS } from './telling-names';

/** What stands in every call that writes something down; `logg` is in `logger` and `logging`. */
const WRITERS = [
  ...['print', 'logg', 'log.', 'log(', 'LOG', 'console', 'warn', 'Error(', 'Exception(', 'Warning('],
  ...[
    'wandb',
    'mlflow',
    'streamlit',
    'sentry_sdk',
    'log_param',
    'set_attribute',
    'setAttribute',
    'add_event',
  ],
  'addEvent',
];

/** Parts of the names of secrets, as they stand in code, and what gives a secret of any name. */
const SECRETS = [
  ...['api_key', 'apikey', 'API_KEY', 'APIKEY', 'apiKey', 'ApiKey', 'APIKey', 'Api_Key'],
  ...['assword', 'ASSWORD', 'asswd', 'ASSWD', 'assphrase', 'ASSPHRASE', 'ecret', 'SECRET'],
  ...['private_key', 'privateKey', 'PRIVATE_KEY', 'access_key', 'accessKey', 'ACCESS_KEY'],
  ...[
    '_credentials',
    'Credentials',
    'CREDENTIALS',
    'onnection_string',
    'onnectionString',
    'CONNECTION_STRING',
  ],
  ...['getpass', 'keyring', 'userdata', 'hvac', 'vault', 'keytar'],
];

/** Few programs have one of these and write nothing, so they need no second word. */
const TOKENS = TOKEN_KINDS.flatMap((kind) => [
  `${kind}_token`,
  `${kind}Token`,
  `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Token`,
  `${kind.toUpperCase()}_TOKEN`,
]);

/** A variable of the environment is a secret whatever its token is for. */
const ENVIRONMENTS = ['environ', 'getenv', '.env', 'dotenv', 'decouple'];

const SECRET_WORD = new RegExp(
  'api_?key|passw(?:or)?d|passphrase|secret|(?:private|access)_?key|credentials|connection_?string|getpass|keyring' +
    `|userdata|hvac|vault|keytar|get_token|token(?<=(?:${TOKEN_KINDS.join('|')})_?token)`,
  'iu',
);

/** Whether a program has to do with secrets at all: asked once, at the first thing that it writes. */
export const HAS_SECRET_WORDS: DocumentQuestion<boolean> = {
  id: 'words of secrets',
  ask: ({ text }) => SECRET_WORD.test(text) || /TOKEN\b/u.test(text),
};

/** Words of which one list stands whole in every program that writes a secret to a log. */
export function loggedSecretWords(): readonly (string | readonly string[])[] {
  return [
    ...SECRETS.flatMap((name) => WRITERS.map((writer) => [name, writer])),
    ...TOKENS,
    'get_token',
    ...ENVIRONMENTS.map((environment) => ['TOKEN', environment]),
  ];
}
