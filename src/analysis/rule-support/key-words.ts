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
export function keyWords(): readonly string[] {
  return [
    ...new Set(NAMES.flatMap((name) => BETWEEN.map((between) => name + between))),
    ...['KEY', 'TOKEN', 'SECRET', 'PASSWORD', 'password', '_key', 'token', 'secret'].flatMap((name) => [
      `${name}=`,
      `${name}: `,
      `${name}:str`,
    ]),
    ...['postgres', 'mysql', 'mongodb', 'redis', 'rediss', 'amqp', 'amqps'].map((scheme) => `${scheme}://`),
    'postgresql',
    'mongodb+srv',
    'mysql+',
    'index-url',
    '_authToken',
    '_password',
    'api_key=',
    'apikey=',
    'access_token=',
  ];
}
