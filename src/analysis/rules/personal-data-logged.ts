import type { AttributeExpression, Call, Expression } from '../../source/expression';
import { isLogCall, loggedValues } from '../rule-support/logged-values';
import { isPersonalName } from '../rule-support/telling-names';
import type { Rule, RuleContext } from '../rule';

const CONTACT =
  /^(?:(?:user|customer|client|patient|person|employee|member|contact|student|owner|author|recipient|sender)_?)?(?:e_?mail(?:_?address)?|phone(?:_?number)?|mobile|full_?name|first_?name|last_?name|surname|postal_?address|ip_?address|national_?insurance|zip_?code|postcode)$/i;
const TRACKER = /^(?:wandb|mlflow)\.(?:log|log_text|log_dict|log_params?|log_table)$/;

/** What leaves nothing of a person: counts, masks and hashes. */
const HARMLESS =
  /^(?:isna|isnull|notna|notnull|nunique|count|sum|mean|std|dtype|dtypes|shape|size|columns|len|any|all|duplicated|value_counts|describe|memory_usage|apply|map|str|encode|keys)$/;

function check(call: Call, context: RuleContext): void {
  if (!isLogCall(call) && !call.names.some((name) => TRACKER.test(name))) return;
  for (const value of loggedValues(call)) {
    const field = personalField(value, context);
    if (field === undefined) continue;
    context.report({
      at: call,
      subject: field,
      message: `\`${field}\` looks like personal data and is written to a log. Leave it out, or write a masked value or a count.`,
    });
    return;
  }
}

/** The field that is written, through `.head()`, `.values` and the like. */
function personalField(value: Expression, context: RuleContext): string | undefined {
  const { model } = context;
  switch (value.kind) {
    case 'name':
      return isPersonalName(value.name) ? value.name : undefined;
    case 'attribute':
      if (HARMLESS.test(value.name) || isNameOfThing(value)) return undefined;
      return isPersonal(value.name) ? value.name : personalField(value.object, context);
    case 'subscript': {
      const key = value.index && keysOf(value.index, context).find(isPersonal);
      return key ?? personalField(value.object, context);
    }
    case 'call': {
      const { callee } = value;
      if (callee.kind === 'attribute' && callee.name === 'get') {
        const key = value.arguments[0] && model.evaluate(value.arguments[0].value);
        return key?.known && typeof key.value === 'string' && isPersonal(key.value) ? key.value : undefined;
      }
      return callee.kind === 'attribute' &&
        /^(?:head|tail|sample|to_string|tolist|to_list|unique|strip|lower|upper|title|iloc|loc)$/.test(
          callee.name,
        )
        ? personalField(callee.object, context)
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `self.fullname` of a node, a service, a repository: the name of the thing with that of its group. */
function isNameOfThing({ name, object }: AttributeExpression): boolean {
  return /^full_?name$/i.test(name) && object.kind === 'name' && /^(?:self|this|cls)$/.test(object.name);
}

function keysOf(index: Expression, { model }: RuleContext): readonly string[] {
  const elements = index.kind === 'collection' ? index.elements : [index];
  return elements.flatMap((element) => {
    const key = model.evaluate(element);
    return key.known && typeof key.value === 'string' ? [key.value] : [];
  });
}

function isPersonal(name: string): boolean {
  return isPersonalName(name) || CONTACT.test(name);
}

export const rule: Rule = {
  id: 'personal-data-logged',
  title: 'Personal data written to a log',
  stages: ['data-engineering', 'experimentation', 'model-serving', 'llm-monitor'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML03'],
  cwe: ['CWE-532', 'CWE-359'],
  atlas: ['AML.T0057'],
  controls: ['C19', 'C43'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['privacy', 'logging'],
  languages: ['python'],
  what: 'Finds columns, fields and variables whose names say that they hold personal data (identity and card numbers, birth dates, health records, addresses, e-mail, phone) where they are printed, logged or sent to an experiment tracker.',
  why: 'Logs, notebook outputs and experiment trackers are kept long, copied freely and read by many, and nobody deletes a person from them.',
  fix: 'Log a count, an identifier that says nothing by itself, or a masked value. In notebooks, show `df.drop(columns=[...]).head()`.',
  references: [
    { title: 'CWE-532', url: 'https://cwe.mitre.org/data/definitions/532.html' },
    { title: 'Microsoft Presidio', url: 'https://microsoft.github.io/presidio/' },
  ],
  examples: {
    bad: [
      {
        title: 'a column',
        code: 'import pandas as pd\n\ndf = pd.read_csv("patients.csv")\nprint(df["ssn"])\n',
      },
      { title: 'several columns', code: 'print(df[["date_of_birth", "diagnosis"]].head())\n' },
      {
        title: 'a field in the log',
        code: 'import logging\n\ndef check(user):\n    logging.info(f"checking {user.email}")\n    logging.getLogger(__name__).warning("no card for %s", user.credit_card_number)\n',
        findings: 2,
      },
      { title: 'a tracker', code: 'import wandb\n\nwandb.log({"sample": row["home_address"]})\n' },
    ],
    good: [
      {
        title: 'the name of a thing',
        code: 'class Node:\n    def run(self):\n        logger.debug("[Node] Up-to-date cache found for %s.", self.fullname)\n',
        seen: 'nipype, pipeline/engine/nodes.py; datalad, distributed/create_sibling_ghlike.py',
      },
      {
        title: 'a count',
        code: 'print(len(df["ssn"]))\nprint(df["ssn"].isna().sum(), df["ssn"].nunique(), df.shape)\n',
      },
      {
        title: 'another field',
        code: 'logger.info(user.id)\nprint(df["target"].head())\nprint(config.email_enabled, model.address_space)\n',
      },
      { title: 'masked', code: 'logger.info(mask(user.email))\nprint(hash_of(row["ssn"]))\n' },
      { title: 'words', code: 'print("enter your email address and ssn")\n' },
    ],
  },
  triggers: () => [
    'ssn',
    'social_security',
    'passport',
    'national_id',
    'tax_id',
    'license',
    'licence',
    'birth',
    'dob',
    'credit_card',
    'card_number',
    'cvv',
    'cvc',
    'iban',
    'bank_account',
    'address',
    'phone',
    'mobile',
    'medical',
    'mrn',
    'diagnos',
    'prescription',
    'insurance',
    'religion',
    'ethnicity',
    'sexual_orientation',
    'biometric',
    'salary',
    'patient',
    'mail',
    'full_name',
    'first_name',
    'last_name',
    'surname',
    'zip',
    'postcode',
    'fullName',
    'firstName',
    'lastName',
  ],
  on: { call: check },
};
