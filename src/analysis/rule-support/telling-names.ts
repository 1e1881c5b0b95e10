const SECRET_NAME =
  /(?:^|_)(?:api_?key|apikey|secret(?:_key)?|(?:access|auth|refresh|bearer|api|bot|session|github|hf|gitlab|slack)_token|token|password|passwd|passphrase|private_key|access_key|credentials|connection_string)$/i;

const NOT_A_SECRET =
  /(?:^|_)(?:public|max|num|n|pad|eos|bos|unk|sep|cls|mask|stop|special|next|input|output|prompt)_/i;

/** Whether a variable, field or environment variable is named like a secret (`OPENAI_API_KEY`, `db_password`). */
export function isSecretName(name: string): boolean {
  const plain = snakeCase(name);
  return SECRET_NAME.test(plain) && !NOT_A_SECRET.test(`${plain}_`);
}

/** A bare `token` is a word for a language model far more often than a credential. */
export function isSecretVariable(name: string): boolean {
  return isSecretName(name) && !/^tokens?$/i.test(name) && !/^(?:key|secret|credentials)$/i.test(name);
}

/** What the tokens are called that open something. */
export const TOKEN_KINDS = [
  ...[
    'access',
    'auth',
    'authentication',
    'oauth',
    'refresh',
    'bearer',
    'api',
    'app',
    'bot',
    'session',
    'security',
  ],
  ...[
    'identity',
    'id',
    'jwt',
    'secret',
    'service',
    'admin',
    'github',
    'gh',
    'gitlab',
    'hf',
    'huggingface',
    'hub',
  ],
  ...['slack', 'discord', 'telegram', 'wandb', 'replicate', 'jupyter', 'vault', 'npm', 'pypi'],
] as const;

const TOKEN_THAT_OPENS = new RegExp(`(?:^|_)(?:${TOKEN_KINDS.join('|')})_token$`, 'u');

/**
 * Whether a name alone says that there is a secret behind it. Most names that end in `token` do not: `image_token` and
 * `think_end_token` are of a vocabulary, `share_token` and `EXPIRED_TOKEN` are ids and states.
 */
export function saysSecret(name: string): boolean {
  if (!isSecretVariable(name)) return false;
  const plain = snakeCase(name);
  return !plain.endsWith('token') || TOKEN_THAT_OPENS.test(plain);
}

const PERSONAL_NAME =
  /^(?:(?:user|customer|client|patient|person|employee|applicant|member|holder)_)?(?:ssn|social_security(?:_number|_no)?|passport(?:_number|_no|_id)?|national_id(?:_number)?|tax_id|driver_?s?_licen[cs]e(?:_number)?|date_of_birth|dob|birth_?date|birthday|credit_card(?:_number|_no)?|card_number|cvv|cvc|iban|bank_account(?:_number)?|account_iban|home_address|street_address|phone_number|mobile_number|medical_record(?:_number|s)?|mrn|medical_history|diagnos[ei]s|prescriptions?|health_insurance(?:_number)?|insurance_number|religion|ethnicity|sexual_orientation|biometric_data|salary)$/;

const PATIENT_NAME = /^patient_(?:name|id|address|record|records|history|notes|email|phone)$/;

/** Whether a variable or field is named like personal data that deserves protection (`ssn`, `dateOfBirth`, `patient_name`). */
export function isPersonalName(name: string): boolean {
  const plain = snakeCase(name);
  return PERSONAL_NAME.test(plain) || PATIENT_NAME.test(plain);
}

function snakeCase(name: string): string {
  return name
    .replace(/\(\)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();
}
