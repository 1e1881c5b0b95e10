import type { Call } from '../../source/expression';
import { calleeName } from '../rule-support/call-text';
import type { Rule, RuleContext } from '../rule';

const SPLIT =
  /^sklearn\.model_selection\.(?:(?:_split|_validation)\.)?(train_test_split|cross_val_score|cross_val_predict|cross_validate)$/;
const LEARNS =
  /^(?:sklearn\.(?:preprocessing|impute|decomposition|feature_extraction\.text|feature_selection|compose|manifold|discriminant_analysis)\.\w+|imblearn\.(?:over_sampling|under_sampling|combine)\.\w+|category_encoders\.\w+|umap\.UMAP)\(\)\.(fit_transform|fit_resample|transform)$/;

/** Steps that learn nothing from the data, or only the names of labels. */
const HARMLESS =
  /\.(?:LabelEncoder|LabelBinarizer|MultiLabelBinarizer|Normalizer|Binarizer|FunctionTransformer|HashingVectorizer|PolynomialFeatures|SplineTransformer|FeatureHasher|KBinsDiscretizer)\(\)/;

function check(call: Call, context: RuleContext): void {
  const { model } = context;
  const split = call.names.map((name) => SPLIT.exec(name)?.[1]).find((name) => name !== undefined);
  if (split === undefined) return;
  const data = call.arguments.filter(
    ({ keyword, spread }) => !spread && (keyword === undefined || keyword === 'X'),
  );
  for (const { value } of split === 'train_test_split'
    ? data
    : data.slice(split.startsWith('cross') ? 1 : 0, 2)) {
    for (const { expression, path } of model.origins(value, { stopAt: learns })) {
      if (expression.kind !== 'call' || !learns(expression) || expression.range.start > call.range.start)
        continue;
      if (hasBeenSplit(expression, context)) continue;
      const callee = calleeName(expression, model);
      context.report({
        at: expression,
        subject: callee,
        message: `\`${callee}\` learns from all rows, also from those that \`${split}\` sets apart for testing. Split first and fit to the training part, or use a Pipeline.`,
        path: path.map(({ range, label }) => ({ range, label })),
      });
      return;
    }
  }
}

function learns(call: Call): boolean {
  return call.names.some((name) => LEARNS.test(name) && !HARMLESS.test(name));
}

/** Whether what is fitted is itself one part of an earlier split. */
function hasBeenSplit(step: Call, { model }: RuleContext): boolean {
  const [data] = step.arguments;
  if (!data) return true;
  if (/train|fit/i.test(model.textAt(data.range))) return true;
  const isSplit = (call: Call): boolean => call.names.some((name) => SPLIT.test(name));
  return model
    .origins(data.value, { stopAt: isSplit })
    .some(({ expression }) => expression.kind === 'call' && isSplit(expression));
}

export const rule: Rule = {
  id: 'preprocessing-before-split',
  title: 'Test data is used to prepare the training data',
  stages: ['data-engineering', 'experimentation', 'pipeline-dev-test'],
  risks: ['owasp-ml-2023:ML02', 'owasp-ml-2023:ML08'],
  cwe: ['CWE-345'],
  atlas: ['AML.T0031'],
  controls: ['C17', 'C22'],
  severity: 'warning',
  preset: 'strict',
  since: '0.1.0',
  tags: ['data', 'evaluation'],
  languages: ['python'],
  what: 'Finds scalers, encoders, imputers, vectorizers, feature selection, PCA and oversampling that are fitted to all data before `train_test_split` or cross-validation takes it apart.',
  why: 'The fitted step has seen the test data: its mean, its words, with oversampling its very rows. The model then looks better than it is, and what was promised does not hold in production – poisoned or shifted data pass the gate too.',
  fix: 'Split first, fit to the training part, and only transform the rest: best with a `Pipeline` given to `cross_val_score`. Oversample with imblearn’s `Pipeline`.',
  references: [
    {
      title: 'scikit-learn: common pitfalls',
      url: 'https://scikit-learn.org/stable/common_pitfalls.html#data-leakage',
    },
  ],
  examples: {
    bad: [
      {
        title: 'a scaler',
        code: 'from sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import StandardScaler\n\nscaler = StandardScaler()\nX_scaled = scaler.fit_transform(X)\nX_train, X_test, y_train, y_test = train_test_split(X_scaled, y)\n',
      },
      {
        title: 'a vectorizer',
        code: 'from sklearn.feature_extraction.text import TfidfVectorizer\nfrom sklearn.model_selection import train_test_split\n\nfeatures = TfidfVectorizer().fit_transform(texts)\ntrain, test = train_test_split(features, test_size=0.2)\n',
      },
      {
        title: 'fitted and applied apart',
        code: 'from sklearn.impute import SimpleImputer\nfrom sklearn.model_selection import train_test_split\n\nimputer = SimpleImputer()\nimputer.fit(X)\nX = imputer.transform(X)\nparts = train_test_split(X, y)\n',
      },
      {
        title: 'oversampling',
        code: 'from imblearn.over_sampling import SMOTE\nfrom sklearn.model_selection import train_test_split\n\nX_res, y_res = SMOTE().fit_resample(X, y)\nparts = train_test_split(X_res, y_res)\n',
      },
      {
        title: 'cross-validation',
        code: 'from sklearn.feature_selection import SelectKBest\nfrom sklearn.model_selection import cross_val_score\n\nbest = SelectKBest(k=10).fit_transform(X, y)\nscores = cross_val_score(model, best, y)\n',
      },
    ],
    good: [
      {
        title: 'split first',
        code: 'from sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import StandardScaler\n\nX_train, X_test, y_train, y_test = train_test_split(X, y)\nscaler = StandardScaler()\nX_train = scaler.fit_transform(X_train)\nX_test = scaler.transform(X_test)\n',
      },
      {
        title: 'a pipeline',
        code: 'from sklearn.model_selection import cross_val_score\nfrom sklearn.pipeline import make_pipeline\nfrom sklearn.preprocessing import StandardScaler\n\nscores = cross_val_score(make_pipeline(StandardScaler(), model), X, y)\n',
      },
      {
        title: 'labels as numbers',
        code: 'from sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import LabelEncoder\n\ny = LabelEncoder().fit_transform(labels)\nparts = train_test_split(X, y)\n',
      },
      {
        title: 'a second split of the training part',
        code: 'from sklearn.model_selection import train_test_split\nfrom sklearn.preprocessing import StandardScaler\n\nX_train, X_test = train_test_split(X)\nX_train = StandardScaler().fit_transform(X_train)\nX_fit, X_valid = train_test_split(X_train)\n',
      },
      {
        title: 'nothing is learned',
        code: 'from sklearn.feature_extraction.text import HashingVectorizer\nfrom sklearn.model_selection import train_test_split\n\nfeatures = HashingVectorizer().fit_transform(texts)\nparts = train_test_split(features)\n',
      },
    ],
  },
  triggers: () =>
    ['train_test_split', 'cross_val'].flatMap((word) => [
      [word, 'fit_transform'],
      [word, 'fit_resample'],
      [word, '.transform('],
    ]),
  on: { call: check },
};
