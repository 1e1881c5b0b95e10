import { describe, expect, it } from 'vitest';
import {
  isPersonalName,
  isSecretName,
  isSecretVariable,
  saysSecret,
} from '../../../../src/analysis/rule-support/telling-names';

describe('names of secrets', () => {
  it.each([
    'OPENAI_API_KEY',
    'DB_PASSWORD',
    'GITHUB_TOKEN',
    'secret_key',
    'clientSecret',
    'DJANGO_SECRET_KEY',
  ])('%s is one', (name) => expect(isSecretName(name)).toBe(true));

  it.each([
    'MAX_TOKENS',
    'max_token',
    'TOKENIZERS_PARALLELISM',
    'eos_token',
    'LANG',
    'MODEL_NAME',
    'next_token',
    'keys',
  ])('%s is none', (name) => expect(isSecretName(name)).toBe(false));

  it('takes a variable called token for a word of a text', () => {
    expect(isSecretVariable('token')).toBe(false);
    expect(isSecretVariable('access_token')).toBe(true);
  });
});

describe('names that say alone that there is a secret', () => {
  it.each([
    'password',
    'apiKey',
    'access_token',
    'githubToken',
    'HF_TOKEN',
    'self_refresh_token',
    'clientSecret',
  ])('%s is one', (name) => expect(saysSecret(name)).toBe(true));

  it.each([
    'image_token',
    'share_token',
    'EXPIRED_TOKEN',
    'think_end_token',
    'token',
    'valid_token',
    'my_api_tokens',
  ])('%s is none', (name) => expect(saysSecret(name)).toBe(false));
});

describe('names of personal data', () => {
  it.each(['ssn', 'dateOfBirth', 'patient_name', 'customer_passport_number', 'IBAN', 'credit_card_number'])(
    '%s is one',
    (name) => expect(isPersonalName(name)).toBe(true),
  );

  it.each(['name', 'email', 'assignment', 'dob_format_hint', 'patient', 'business_card', 'session'])(
    '%s is none',
    (name) => expect(isPersonalName(name)).toBe(false),
  );
});
