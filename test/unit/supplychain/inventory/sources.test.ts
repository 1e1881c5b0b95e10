import '../../../support/use-languages';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeInventory } from '../../../../src/supplychain/inventory/make-inventory';
import { readKnownParts } from '../../../../src/supplychain/openness/read-known-parts';
import { sighted, sightingsOf } from '../support/sightings-of';
import { located } from '../support/located';

const KNOWN = readKnownParts(readFileSync('src/catalog/known-parts.generated.json', 'utf8'));

/** The parts of one program, with what is publicly known of them. */
function partsOf(text: string) {
  return makeInventory([located('a.py', sightingsOf('a.py', text))], KNOWN).parts;
}

type Case = readonly [title: string, program: string, parts: readonly string[]];

const CASES: readonly Case[] = [
  [
    'models of ModelScope',
    'from modelscope import snapshot_download, Model\nsnapshot_download("acme/chat", revision="v1.0.0")\nModel.from_pretrained("acme/ranker")\nModel.from_pretrained("ranker")\n',
    ['model modelscope acme/chat@v1.0.0 mutable', 'model modelscope acme/ranker mutable'],
  ],
  [
    'a repository that PyTorch Hub runs, and none that it only lists',
    'import torch\ntorch.hub.load("acme/depth:main", "large")\ntorch.hub.load("./here", "large", source="local")\ntorch.hub.list("acme/other")\n',
    ['model torch-hub acme/depth@main mutable'],
  ],
  [
    'models of timm: its own, one of the hub, and none without weights',
    'import timm\ntimm.create_model("resnet50", pretrained=True)\ntimm.create_model("hf_hub:acme/vit@main", pretrained=True)\ntimm.create_model("vit_base")\n',
    ['model timm resnet50 unknown', 'model huggingface acme/vit@main mutable'],
  ],
  [
    'weights of torchvision, by what names them',
    'import torchvision\nfrom torchvision.models import resnet50, ResNet50_Weights, get_model\nresnet50(weights=ResNet50_Weights.IMAGENET1K_V2)\ntorchvision.models.vgg16(weights="DEFAULT")\nget_model("vit_b_16", weights="IMAGENET1K_V1")\n' +
      'torchvision.models.alexnet()\ntorchvision.models.alexnet(weights=None)\ntorchvision.models.alexnet(weights=chosen)\n',
    [
      'model torchvision resnet50@IMAGENET1K_V2 pinned',
      'model torchvision vgg16@DEFAULT mutable',
      'model torchvision vit_b_16@IMAGENET1K_V1 pinned',
    ],
  ],
  [
    'weights of OpenCLIP, spaCy and Keras',
    'import open_clip, spacy\nfrom tensorflow import keras\nopen_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")\nopen_clip.create_model("hf-hub:acme/clip")\nspacy.load("en_core_web_sm")\nspacy.load("./mine")\nkeras.applications.ResNet50(weights="imagenet")\nkeras.applications.VGG16(weights=None)\n',
    [
      'model open-clip ViT-B-32@laion2b_s34b_b79k unknown',
      'model huggingface acme/clip mutable',
      'model spacy en_core_web_sm unknown',
      'model keras ResNet50@imagenet pinned',
    ],
  ],
  [
    'numbered versions, apart from the name',
    'import mlflow, kagglehub, tensorflow_hub\nmlflow.pyfunc.load_model("models:/fraud/3")\nmlflow.pyfunc.load_model("models:/fraud@champion")\nkagglehub.dataset_download("acme/rows/versions/2")\nkagglehub.model_download("acme/chat/keras/small/1")\ntensorflow_hub.load("https://tfhub.dev/acme/encoder/4")\n',
    [
      'model mlflow fraud@3 pinned',
      'model mlflow fraud@champion mutable',
      'dataset kaggle acme/rows@2 pinned',
      'model kaggle acme/chat/keras/small@1 pinned',
      'model tensorflow-hub tfhub.dev/acme/encoder@4 pinned',
    ],
  ],
  [
    'a model that Ollama is told to fetch',
    'import ollama\nollama.pull("llama3.2:1b")\n',
    ['hosted-model ollama llama3.2:1b mutable'],
  ],
  [
    'data sets of scikit-learn, by name or function',
    'from sklearn.datasets import fetch_openml, fetch_20newsgroups\nfetch_openml("adult")\nfetch_20newsgroups(subset="train")\n',
    ['dataset scikit-learn adult unknown', 'dataset scikit-learn 20newsgroups unknown'],
  ],
];

describe('where models and data come from', () => {
  it.each(CASES)('%s', (_title, program, parts) => {
    expect([...sighted('a.py', program)].sort()).toEqual([...parts].sort());
  });
});

describe('who runs a model', () => {
  it('is nobody for one that is downloaded from a hub', () => {
    const parts = partsOf(
      'from transformers import AutoModel\nfrom sentence_transformers import SentenceTransformer\nfrom datasets import load_dataset\n' +
        'AutoModel.from_pretrained("acme/encoder")\nSentenceTransformer("acme/embedder")\nload_dataset("acme/rows")\n',
    );
    const taken = parts.filter(({ origin }) => origin === 'huggingface');
    expect(taken.map(({ name }) => name)).toEqual(['acme/encoder', 'acme/embedder', 'acme/rows']);
    expect(taken.filter(({ provider }) => provider !== undefined)).toEqual([]);
  });

  it('is the inference service for one that is asked there, at an address of its own too', () => {
    const asked = partsOf(
      'from huggingface_hub import InferenceClient\nfrom langchain_huggingface import HuggingFaceEndpoint\nInferenceClient("acme/chat")\n' +
        'InferenceClient(model="https://abc.endpoints.huggingface.cloud/?token=x")\nInferenceClient(model="http://localhost:8080")\nHuggingFaceEndpoint(repo_id="acme/other")\n',
    ).filter(({ kind }) => kind === 'hosted-model');
    expect(asked.map(({ origin, name, provider, purl }) => [origin, name, provider, purl])).toEqual([
      ['hf-inference', 'acme/chat', 'Hugging Face inference', 'pkg:huggingface/acme/chat'],
      ['hf-inference', 'acme/other', 'Hugging Face inference', 'pkg:huggingface/acme/other'],
      ['self-hosted', 'http://localhost:8080', undefined, undefined],
      ['hf-inference', 'https://abc.endpoints.huggingface.cloud/', 'Hugging Face inference', undefined],
    ]);
  });
});

it('lists a store of vectors once, with the collections that are used', () => {
  const stores = partsOf(
    'import chromadb\nfrom langchain_qdrant import QdrantVectorStore\nclient = chromadb.PersistentClient()\nclient.get_or_create_collection("docs")\nclient.get_collection("notes")\nQdrantVectorStore(client=q, collection_name="docs")\n',
  ).filter(({ kind }) => kind === 'vector-store');
  expect(stores.map(({ name, said }) => [name, said.collections])).toEqual([
    ['Chroma', ['docs', 'notes']],
    ['Qdrant', ['docs']],
  ]);
});
