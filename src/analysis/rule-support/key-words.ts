import type { RuleTrigger } from '../rule';

/** Names of keys and passwords as far as they are needed to find the place of one in a text. */
const NAMES = ['key', 'token', 'secret', 'password', 'passwd', 'Authorization', 'authorization'].flatMap(
  (name) => [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)],
);

/** What stands between a name and a written-out value. */
const BETWEEN = [
  '="',
  "='",
  ' = "',
  " = '",
  '": "',
  '": \'',
  "': '",
  '\': "',
  '"] = "',
  '"] = \'',
  "'] = '",
  '", "',
  ": '",
  ': "',
];

/** Words without which no text gives a name of a secret a written-out value. */
export function keyWords(): readonly RuleTrigger[] {
  const names = [
    ...NAMES.flatMap((name) => BETWEEN.map((between) => name + between)),
    ...['KEY', 'TOKEN', 'SECRET', 'PASSWORD', 'password', '_key', 'token', 'secret'].flatMap((name) => [
      `${name}=`,
      `${name}: `,
      `${name}:str`,
    ]),
    ...['_authToken', '_password', 'api_key=', 'apikey=', 'access_token='],
  ];
  return [
    ...[...new Set(names)].map((text): RuleTrigger => ({ text, as: 'value' })),
    ...['postgres', 'mysql', 'mongodb', 'redis', 'rediss', 'amqp', 'amqps'].map((scheme) => `${scheme}://`),
    'postgresql',
    'mongodb+srv',
    'mysql+',
    'index-url',
  ];
}

/** Ends of the names of settings that hold a secret; `isSecretName` knows the whole names. */
const SETTINGS = [
  ...['key', 'token', 'secret', 'passwd', 'password', 'pwd', 'pat', 'credential', 'authorization'],
  ...[
    'auth',
    'bearer',
    'cookie',
    'onnectionstring',
    'onnection_string',
    'onnection-string',
    'onnectionString',
  ],
];

/** What stands behind the name of a setting, in JSON, YAML, TOML and lists of variables. */
const BEHIND = [':', '":', "':", ' :', '" :', "' :", '=', ' =', '" =', "' ="];

/** Words of which one list stands whole in every document that gives a name of a secret, or an address, a secret. */
export function settingWords(): readonly (string | readonly string[])[] {
  const names = SETTINGS.flatMap((name) => [
    name,
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
  ]);
  return [
    ...new Set(
      names
        .flatMap((name) => [name, `${name}s`, `${name}S`])
        .flatMap((name) => BEHIND.map((end) => name + end)),
    ),
    // A password stands before the host; the names of parameters are among those above.
    ['://', '@'],
    ['://', 'sig='],
    ['://', 'SIG='],
  ];
}
