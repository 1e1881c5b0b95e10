import { reportUnpinned } from '../rule-support/unpinned-report';
import type { Rule } from '../rule';

const HASH = '0a4a2a4e9f7e7b1c8f6a1d4f0a2d3c5b6e7f8091';

export const rule: Rule = {
  id: 'dataset-unpinned',
  title: 'Dataset is downloaded without a fixed revision',
  stages: [
    'data-engineering',
    'experimentation',
    'continuous-training',
    'llm-augment-finetune',
    'llm-test-evaluate',
  ],
  risks: [
    'owasp-ml-2023:ML02',
    'owasp-ml-2023:ML06',
    'owasp-llm-2026:LLM05',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM04',
    'owasp-llm-2025:LLM03',
  ],
  cwe: ['CWE-494', 'CWE-353'],
  atlas: ['AML.T0010.002', 'AML.T0020', 'AML.T0115.000'],
  controls: ['C04', 'C16', 'C17'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'pinning', 'datasets'],
  languages: ['python'],
  what:
    'Finds datasets that are downloaded by a name whose content can change: `datasets.load_dataset` and `huggingface_hub` downloads without a commit hash, Kaggle datasets without a version, and (as information) NLTK corpora. ' +
    'Local files and folders, packaged readers such as `csv` and `json`, and names that cannot be seen are not reported.',
  why: 'Who can change the training or test data can change what the model learns, and can make an evaluation look good. Without a fixed revision nobody can say later which rows a model was trained on.',
  fix: 'Pass `revision=` with the full hash of the commit you looked at, and record that hash with the model. Keep a checked copy of data that the host gives no version.',
  references: [
    {
      title: 'datasets: load_dataset',
      url: 'https://huggingface.co/docs/datasets/package_reference/loading_methods',
    },
    { title: 'NLTK data', url: 'https://www.nltk.org/data.html' },
  ],
  examples: {
    bad: [
      {
        title: 'no revision',
        code: 'from datasets import load_dataset\n\ndata = load_dataset("acme/reviews", split="train")\n',
      },
      { title: 'a well-known name', code: 'import datasets\n\ndata = datasets.load_dataset("squad")\n' },
      {
        title: 'a branch',
        code: 'from datasets import load_dataset\n\ndata = load_dataset("acme/reviews", "en", revision="main")\n',
      },
      {
        title: 'a dataset repository',
        code: 'from huggingface_hub import snapshot_download\n\nfolder = snapshot_download("acme/reviews", repo_type="dataset")\n',
      },
      { title: 'Kaggle', code: 'import kagglehub\n\nfolder = kagglehub.dataset_download("acme/reviews")\n' },
      { title: 'an NLTK corpus (information)', code: "import nltk\n\nnltk.download('punkt')\n" },
    ],
    good: [
      {
        title: 'a commit hash',
        code: `from datasets import load_dataset\n\ndata = load_dataset("acme/reviews", revision="${HASH}")\n`,
      },
      {
        title: 'local files',
        code: 'from datasets import load_dataset\n\na = load_dataset("csv", data_files="reviews.csv")\nb = load_dataset("json", data_files={"train": "train.json"})\nc = load_dataset("./reviews")\nd = load_dataset("data/reviews")\ne = load_dataset("imagefolder", data_dir="images")\n',
      },
      {
        title: 'a name from the settings',
        code: 'from datasets import load_dataset\n\ndata = load_dataset(config.dataset_name, config.dataset_config, split="train")\n',
      },
      {
        title: 'data the program saved',
        code: 'from datasets import load_dataset, load_from_disk\n\ndata.save_to_disk("acme/clean")\nagain = load_dataset("acme/clean")\n',
      },
      {
        title: 'a model repository',
        code: 'from huggingface_hub import snapshot_download\n\nfolder = snapshot_download("acme/encoder", repo_type="model")\n',
      },
      {
        title: 'a Kaggle version',
        code: 'import kagglehub\n\nfolder = kagglehub.dataset_download("acme/reviews/versions/3")\n',
      },
      {
        title: 'only the names of the configurations',
        code: 'import datasets\n\nfor name in datasets.get_dataset_config_names("acme/reviews"):\n    print(name)\n',
        seen: 'lm_eval: tasks/global_piqa/parallel_cloze/_generate_config.py',
      },
      { title: 'another load_dataset', code: 'import seaborn as sns\n\ndata = sns.load_dataset("tips")\n' },
    ],
  },
  needs: ['download'],
  on: {
    api: {
      download: (call, api, context) => {
        if (api.artifact === 'dataset' && api.hub !== 'http') reportUnpinned(call, api, context);
      },
    },
  },
};
