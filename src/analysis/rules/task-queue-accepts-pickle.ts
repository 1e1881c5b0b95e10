import type { StringExpression } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';

/** Settings of Celery, Kombu, Pyro, Django and caches that name how messages are read. */
const SETTING =
  /^(?:(?:celery_?)?(?:task|result|event|message)_?serializer|(?:celery_?)?(?:accept_content|result_accept_content)|serializers?(?:_accepted)?|session_serializer|(?:default_)?serializer)$/iu;

const PICKLE = /^(?:pickle|cloudpickle|dill|application\/x-python-serialize|[\w.]*PickleSerializer)$/u;

const LIBRARIES =
  /^(?:celery|kombu|Pyro[45]?|rq|dramatiq|aiocache|django|django_rq|huey|flask|channels|arq|taskiq)(?:\.|$)/u;

function check(literal: StringExpression, context: RuleContext): void {
  const { value } = literal;
  if (value === undefined || !PICKLE.test(value)) return;
  const setting = settingOf(literal, context);
  if (setting === undefined) return;
  context.report({
    at: literal,
    subject: setting,
    message: `\`${setting}\` lets messages be pickles, so whoever can write to the broker or cache runs code in every worker. Accept JSON or msgpack only, or sign the messages.`,
    fixes: /^(?:cloud)?pickle$/u.test(value)
      ? [{ title: 'Use json', safe: false, edits: [{ range: literal.range, newText: "'json'" }] }]
      : [],
  });
}

/** The setting a text is given to, also as an element of a list, where a library that has such settings is used. */
function settingOf({ label, range, value }: StringExpression, { model }: RuleContext): string | undefined {
  const statement = label === undefined ? model.statementAt(range.start) : undefined;
  const name =
    label ??
    (statement &&
      /(\w+)['"]?\]?\s*[=:]\s*[[({]\s*(?:['"][\w/-]+['"],\s*)*$/u.exec(
        model.textAt({ start: statement.start, end: range.start }),
      )?.[1]);
  if (name === undefined || !SETTING.test(name)) return undefined;
  const isOfDjango = /^(?:CELERY_|SESSION_SERIALIZER$)/u.test(name) || value?.includes('.') === true;
  const isUsed = model.imports.some(
    ({ module, name: imported }) => LIBRARIES.test(module) || LIBRARIES.test(imported ?? ''),
  );
  return isUsed || isOfDjango || /^(?:task|result|event)_serializer$|accept_content$/u.test(name)
    ? name
    : undefined;
}

export const rule: Rule = {
  id: 'task-queue-accepts-pickle',
  title: 'Messages may be pickles',
  stages: ['model-serving', 'pipeline-dev-test', 'continuous-training'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2026:LLM04', 'owasp-llm-2025:LLM03'],
  cwe: ['CWE-502'],
  atlas: ['AML.T0011.000'],
  controls: ['C07'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['deserialization', 'serving'],
  languages: ['python'],
  what: 'Finds settings of task queues, sessions and caches that let messages be pickles: `task_serializer="pickle"`, `accept_content=["pickle"]`, `SESSION_SERIALIZER` of Django, `Pyro4.config.SERIALIZER`.',
  why: 'A worker unpickles a message before it looks at it. Training and inference queues often sit on a Redis or RabbitMQ that many services share, so one of them, or a leaked password, is enough to run code in all workers.',
  fix: "Use `json` or `msgpack` and pass identifiers or plain data instead of objects. Where pickle has to stay, use Celery's `auth` serializer, which verifies signatures first.",
  references: [
    {
      title: 'Celery: security',
      url: 'https://docs.celeryq.dev/en/stable/userguide/security.html',
    },
    {
      title: 'Kombu: serialization',
      url: 'https://docs.celeryq.dev/projects/kombu/en/stable/userguide/serialization.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'Celery, attributes',
        code: "from celery import Celery\n\napp = Celery('train')\napp.conf.task_serializer = 'pickle'\napp.conf.accept_content = ['json', 'pickle']\n",
        findings: 2,
      },
      {
        title: 'Celery, update',
        code: "from celery import Celery\n\napp = Celery('train')\napp.conf.update(result_serializer='pickle', task_serializer='json')\n",
      },
      { title: 'Django settings', code: "CELERY_ACCEPT_CONTENT = ['pickle']\n" },
      {
        title: 'sessions of Django',
        code: "SESSION_SERIALIZER = 'django.contrib.sessions.serializers.PickleSerializer'\n",
      },
      { title: 'Pyro', code: "import Pyro4\n\nPyro4.config.SERIALIZER = 'pickle'\n" },
      {
        title: 'Kombu',
        code: "from kombu import Producer\n\nproducer.publish(body, serializer='pickle')\n",
      },
    ],
    good: [
      {
        title: 'JSON',
        code: "from celery import Celery\n\napp = Celery('train')\napp.conf.update(task_serializer='json', accept_content=['json', 'msgpack'])\n",
      },
      {
        title: 'the format of a file',
        code: "from celery import Celery\n\nframe.to_file(path, format='pickle')\nserializer = 'json'\n",
      },
      {
        title: 'serializer of something else',
        code: "import mylib\n\nmylib.store(model, serializer='pickle')\n",
      },
    ],
  },
  triggers: () => [
    "'pickle'",
    '"pickle"',
    'PickleSerializer',
    'x-python-serialize',
    "'cloudpickle'",
    '"cloudpickle"',
    "'dill'",
    '"dill"',
  ],
  on: { string: check },
};
