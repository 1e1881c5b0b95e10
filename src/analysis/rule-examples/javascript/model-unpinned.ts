import type { RuleExample } from '../../rule';

/** JavaScript for `model-unpinned`. */
export const JAVASCRIPT: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] } = {
  bad: [
    {
      title: 'JavaScript: model of Transformers.js without a revision',
      file: 'src/app.js',
      code: "import { pipeline } from '@huggingface/transformers';\n\nconst classify = await pipeline('sentiment-analysis', 'someone/classifier');\n",
    },
    {
      title: 'JavaScript: model at a branch',
      file: 'src/app.js',
      code: "import { AutoModel } from '@huggingface/transformers';\n\nconst model = await AutoModel.from_pretrained('someone/encoder', { revision: 'main' });\n",
    },
  ],
  good: [
    {
      title: 'JavaScript: pinned to a commit',
      file: 'src/app.js',
      code: "import { pipeline } from '@huggingface/transformers';\n\nconst classify = await pipeline('sentiment-analysis', 'someone/classifier', { revision: '1f2e3d4c5b6a79880123456789abcdef01234567' });\n",
    },
  ],
};
