import '../../../support/use-languages';
import { describe, expect, it } from 'vitest';
import { makeInventory } from '../../../../src/supplychain/inventory/make-inventory';
import { located } from '../support/located';
import { sightingsOf } from '../support/sightings-of';

/** How the parts of some files are joined: `tokenizer acme/base tokenizes model acme/base`. */
function joins(files: Readonly<Record<string, string>>): readonly string[] {
  const { parts, lineage } = makeInventory(
    Object.entries(files).map(([path, text]) => located(path, sightingsOf(path, text))),
  );
  const names = new Map(
    parts.map(({ id, kind, name, version }) => [
      id,
      `${kind} ${name}${version === undefined ? '' : `@${version}`}`,
    ]),
  );
  return lineage.map(({ from, join, to }) => `${names.get(from)} ${join} ${names.get(to)}`).sort();
}

type Case = readonly [title: string, files: Readonly<Record<string, string>>, joined: readonly string[]];

const TRAINER = `from datasets import load_dataset
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer, Trainer, TrainingArguments

BASE = "acme/base"
rows = load_dataset("acme/rows", split="train")
tokenizer = AutoTokenizer.from_pretrained(BASE)
model = AutoModelForCausalLM.from_pretrained(BASE)
`;

const TRAINING: readonly Case[] = [
  [
    'a trainer: data through variables and methods, the model it starts from, the folder it writes',
    {
      'train.py': `${TRAINER}rows = rows.map(lambda row: tokenizer(row["text"]), batched=True)
split = rows.train_test_split(test_size=0.1)
args = TrainingArguments(output_dir="out/chat")
trainer = Trainer(model=model, args=args, train_dataset=split["train"], eval_dataset=split["test"])
`,
    },
    [
      'model out/chat fine-tuned-from model acme/base',
      'model out/chat trained-on dataset acme/rows',
      'tokenizer acme/base tokenizes model acme/base',
    ],
  ],
  [
    'an adapter, where the model is wrapped or the trainer is told how',
    {
      'a.py': `${TRAINER}model = get_peft_model(model, LoraConfig())\nTrainer(model, TrainingArguments("one"), train_dataset=rows)\n`,
      'b.py':
        'from trl import SFTTrainer, SFTConfig\ntrainer = SFTTrainer("acme/other", peft_config=config, args=SFTConfig(output_dir="two"))\ntrainer.save_model("three")\n',
    },
    [
      'adapter one adapts model acme/base',
      'adapter one trained-on dataset acme/rows',
      'adapter three adapts model acme/other',
      'tokenizer acme/base tokenizes model acme/base',
    ],
  ],
  [
    'trainers of one name in several functions, each with its own folder, and data put together',
    {
      'a.py':
        'from transformers import Trainer, TrainingArguments\nfrom datasets import load_dataset, concatenate_datasets\n\ndef one():\n    trainer = Trainer("acme/one", TrainingArguments("first"))\n    trainer.train()\n\n' +
        'def two():\n    rows = concatenate_datasets([load_dataset("acme/a"), load_dataset("acme/b")])\n    trainer = Trainer("acme/two", train_dataset=rows)\n    trainer.save_model("second")\n',
    },
    [
      'model first fine-tuned-from model acme/one',
      'model second fine-tuned-from model acme/two',
      'model second trained-on dataset acme/a',
      'model second trained-on dataset acme/b',
    ],
  ],
  [
    'nothing of what cannot be seen, or is one of several',
    {
      'a.py':
        'from transformers import Trainer, AutoModel\nfrom datasets import load_dataset\nrows = load_dataset("acme/rows") if fast else make_rows()\nmodel = AutoModel.from_pretrained(name)\nTrainer(model=model, train_dataset=rows)\n',
    },
    [],
  ],
  [
    'estimators that are fitted to data of a library',
    {
      'fit.py':
        'from sklearn.datasets import fetch_openml\nfrom sklearn.model_selection import train_test_split\nfrom sklearn.ensemble import RandomForestClassifier\nfrom sklearn.preprocessing import StandardScaler\nfrom tensorflow import keras\n' +
        'X, y = fetch_openml("adult", return_X_y=True)\nX_train, X_test, y_train, y_test = train_test_split(X, y)\nforest = RandomForestClassifier()\nforest.fit(X_train, y_train)\nStandardScaler().fit(X_train)\n' +
        '(x, labels), _ = keras.datasets.mnist.load_data()\nx = x / 255.0\nnet = keras.Sequential([])\nnet.fit(x, labels)\n',
    },
    ['model fit.py#forest trained-on dataset adult', 'model fit.py#net trained-on dataset mnist'],
  ],
];

const USE: readonly Case[] = [
  [
    'an adapter, put on a model that was loaded elsewhere in the file',
    {
      'a.py':
        'from transformers import AutoModel\nfrom peft import PeftModel\nbase = AutoModel.from_pretrained("acme/base", revision="v1").to("cuda")\nPeftModel.from_pretrained(base, "acme/lora")\n',
    },
    ['adapter acme/lora adapts model acme/base@v1'],
  ],
  [
    'a tokenizer and the model of the same repository at the same revision',
    {
      'a.py':
        'from transformers import AutoModel, AutoTokenizer\nAutoModel.from_pretrained("acme/base", revision="v1")\nAutoModel.from_pretrained("acme/base", revision="v2")\nAutoTokenizer.from_pretrained("acme/base", revision="v2")\nAutoTokenizer.from_pretrained("acme/lone")\n',
    },
    ['tokenizer acme/base@v2 tokenizes model acme/base@v2'],
  ],
  [
    'a store and the model that embeds its texts',
    {
      'a.py':
        'import chromadb\nfrom chromadb.utils.embedding_functions import SentenceTransformerEmbeddingFunction\nfrom langchain_community.vectorstores import FAISS\nfrom langchain_openai import OpenAIEmbeddings\n' +
        'embed = SentenceTransformerEmbeddingFunction(model_name="acme/embedder")\nchromadb.PersistentClient().create_collection("docs", embedding_function=embed)\nFAISS.from_documents(docs, OpenAIEmbeddings(model="text-embedding-3-small"))\n',
    },
    [
      'embedding-model acme/embedder embeds vector-store Chroma',
      'embedding-model text-embedding-3-small embeds vector-store FAISS',
    ],
  ],
];

const COMPOSE = `services:
  chat:
    image: vllm/vllm-openai:v0.6.3
    command: ["--model", "acme/chat", "--revision", "main"]
  other:
    image: ghcr.io/huggingface/text-generation-inference:2.4
    environment:
      MODEL_ID: acme/other
  embed:
    image: ghcr.io/huggingface/text-embeddings-inference:1.5
    environment:
      - MODEL_ID=acme/embedder
  store:
    image: qdrant/qdrant:v1
    environment:
      HF_MODEL_ID: acme/none
`;

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - image: vllm/vllm-openai:v1
          command: ["vllm", "serve"]
          args: ["acme/one"]
        - image: kserve/huggingfaceserver:v0.14
          env:
            - { name: STORAGE_URI, value: "s3://models/two" }
`;

const SERVING: readonly Case[] = [
  [
    'services of Compose, by their options and variables',
    { 'docker-compose.yml': COMPOSE },
    [
      'image ghcr.io/huggingface/text-embeddings-inference@1.5 serves model acme/embedder',
      'image ghcr.io/huggingface/text-generation-inference@2.4 serves model acme/other',
      'image vllm/vllm-openai@v0.6.3 serves model acme/chat@main',
    ],
  ],
  [
    'containers of Kubernetes, each its own model',
    { 'deploy.yaml': MANIFEST },
    [
      'image kserve/huggingfaceserver@v0.14 serves model s3://models/two',
      'image vllm/vllm-openai@v1 serves model acme/one',
    ],
  ],
  [
    'an image that is built, by what it starts and not by what it fetches',
    {
      Dockerfile:
        'FROM python:3.12 AS build\nFROM vllm/vllm-openai:v1\nRUN huggingface-cli download acme/fetched\nCMD ["--model", "acme/started"]\n',
    },
    ['image vllm/vllm-openai@v1 serves model acme/started'],
  ],
  [
    'a command that starts a container',
    { 'run.sh': 'docker run vllm/vllm-openai:v1 --model acme/run\nvllm serve acme/bare\n' },
    ['image vllm/vllm-openai@v1 serves model acme/run'],
  ],
];

describe('training', () => {
  it.each(TRAINING)('%s', (_title, files, joined) => {
    expect(joins(files)).toEqual(joined);
  });

  it('knows the folder again that another program loads, and takes other folders for nothing', () => {
    const { parts } = makeInventory([
      located(
        'src/train.py',
        sightingsOf(
          'src/train.py',
          'from transformers import Trainer, TrainingArguments\ntrainer = Trainer("acme/base", TrainingArguments("../out/chat"))\n',
        ),
      ),
      located(
        'serve.py',
        sightingsOf(
          'serve.py',
          'from transformers import AutoModel\nAutoModel.from_pretrained("./out/chat/")\nAutoModel.from_pretrained("./out/else")\n',
        ),
      ),
    ]);
    const own = parts.filter(({ origin }) => origin === 'local');
    expect(own.map(({ id, openness, uses }) => [id, openness.value, uses.map(({ path }) => path)])).toEqual([
      ['model:local/out/chat', 'own', ['serve.py', 'src/train.py']],
    ]);
  });
});

describe('use', () => {
  it.each(USE)('%s', (_title, files, joined) => {
    expect(joins(files)).toEqual(joined);
  });
});

describe('serving', () => {
  it.each(SERVING)('%s', (_title, files, joined) => {
    expect(joins(files)).toEqual(joined);
  });
});
