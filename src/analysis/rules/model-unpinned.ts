import { reportUnpinned } from '../rule-support/unpinned-report';
import type { Rule } from '../rule';
import { JAVASCRIPT } from '../rule-examples/javascript/model-unpinned';

const HASH = '5f0b02c75b57c5855da9ae460ce51323ea669d8a';

export const rule: Rule = {
  id: 'model-unpinned',
  title: 'Model is downloaded without a fixed revision',
  stages: [
    'experimentation',
    'model-serving',
    'continuous-training',
    'continuous-integration',
    'llm-develop-experiment',
    'llm-deploy',
  ],
  risks: [
    'owasp-ml-2023:ML06',
    'owasp-ml-2023:ML07',
    'owasp-llm-2026:LLM04',
    'owasp-llm-2025:LLM03',
    'owasp-agentic-2026:ASI04',
  ],
  cwe: ['CWE-494', 'CWE-829'],
  atlas: ['AML.T0010.003', 'AML.T0109', 'AML.T0115.001'],
  controls: ['C04', 'C03', 'C26'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['supply-chain', 'pinning', 'model-files'],
  languages: ['python', 'javascript', 'typescript'],
  what:
    'Finds downloads of models, tokenizers, adapters and hub code by a name whose content can change: no revision, a branch, or a tag. It knows transformers, diffusers, huggingface_hub, sentence-transformers, peft, timm, vLLM, torch.hub, TensorFlow Hub, Kaggle, spaCy, Ultralytics, LangChain, LlamaIndex and others. ' +
    'A full commit hash counts as pinned, also in a constant, a dictionary or a partial. Local paths, offline loads and names that cannot be seen are not reported.',
  why: 'The owner of a repository, or whoever takes over the account, can replace the weights, the tokenizer and the code behind the same name. The next start of your job then runs something nobody tested, and two machines can run different models.',
  fix:
    'Look at the repository, copy the full hash of the commit you tested, and pass it as `revision=`. The quick fix writes the argument with a placeholder for you to fill in. ' +
    'Update the hash on purpose, as you would a dependency. For functions without a revision, fetch the files with `huggingface_hub.hf_hub_download(..., revision=...)` and load them by path.',
  references: [
    {
      title: 'transformers: from_pretrained',
      url: 'https://huggingface.co/docs/transformers/main_classes/model',
    },
    {
      title: 'huggingface_hub: download a version',
      url: 'https://huggingface.co/docs/huggingface_hub/guides/download',
    },
    { title: 'torch.hub', url: 'https://docs.pytorch.org/docs/stable/hub.html' },
  ],
  examples: {
    bad: [
      {
        title: 'a metric, which is code of the hub',
        code: 'import evaluate\n\nmetric = evaluate.load("accuracy")\n',
      },
      {
        title: 'no revision',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
      },
      {
        title: 'a name without owner',
        code: 'from transformers import AutoTokenizer, BertModel\n\ntokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")\nmodel = BertModel.from_pretrained("bert-base-uncased")\n',
        findings: 2,
      },
      {
        title: 'a branch',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision="main")\n',
      },
      {
        title: 'a tag in a constant',
        code: 'import transformers\n\nREVISION = "v1.2"\nmodel = transformers.AutoModel.from_pretrained("acme/encoder", revision=REVISION)\n',
      },
      {
        title: 'the placeholder of the quick fix',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision="REPLACE_WITH_COMMIT_HASH")\n',
      },
      {
        title: 'the name in a constant',
        code: 'from transformers import pipeline\n\nMODEL_ID = "acme/classifier"\nclassify = pipeline("text-classification", model=MODEL_ID)\n',
      },
      {
        title: 'a dictionary of arguments',
        code: 'from diffusers import DiffusionPipeline\n\noptions = {"revision": "fp16"}\npipe = DiffusionPipeline.from_pretrained("acme/painter", **options)\n',
      },
      {
        title: 'an adapter',
        code: 'from peft import PeftModel\n\nmodel = PeftModel.from_pretrained(base, "acme/lora-adapter")\n',
      },
      {
        title: 'one file',
        code: 'from huggingface_hub import hf_hub_download\n\npath = hf_hub_download(repo_id="acme/encoder", filename="model.safetensors")\n',
      },
      {
        title: 'sentence-transformers',
        code: 'from sentence_transformers import SentenceTransformer\n\nencoder = SentenceTransformer("all-MiniLM-L6-v2")\n',
      },
      {
        title: 'torch.hub with and without a tag',
        code: 'import torch\n\na = torch.hub.load("pytorch/vision:v0.10.0", "resnet18", pretrained=True)\nb = torch.hub.load("ultralytics/yolov5", "yolov5s")\n',
        findings: 2,
      },
      {
        title: 'timm from the hub',
        code: 'import timm\n\nmodel = timm.create_model("hf_hub:acme/vit", pretrained=True)\n',
      },
      {
        title: 'TensorFlow Hub without a version',
        code: 'import tensorflow_hub as hub\n\nembed = hub.load("https://tfhub.dev/google/universal-sentence-encoder")\n',
      },
      {
        title: 'vLLM',
        code: 'from vllm import LLM\n\nllm = LLM(model="acme/chat-7b", tensor_parallel_size=2)\n',
      },
      {
        title: 'a dictionary entry of a wrapper',
        code: 'from langchain_huggingface import HuggingFaceEmbeddings\n\nembeddings = HuggingFaceEmbeddings(model_name="acme/encoder", model_kwargs={"device": "cpu"})\n',
      },
      { title: 'a spaCy model', code: 'import spacy.cli\n\nspacy.cli.download("en_core_web_sm")\n' },
      {
        title: 'a space that a client calls',
        code: 'from gradio_client import Client\n\nclient = Client("acme/whisper")\nother = Client(src="acme/painter")\n',
        findings: 2,
      },
      {
        title: 'the newest of a registry (information)',
        code: 'import bentoml\nimport wandb\n\nclassifier = bentoml.models.get("clf:latest")\nother = bentoml.sklearn.load_model("clf")\nrun = wandb.init()\nartifact = run.use_artifact("acme/project/model:latest", type="model")\nsame = wandb.Api().artifact("acme/project/model:production")\n',
        findings: 4,
      },
      ...JAVASCRIPT.bad,
    ],
    good: [
      {
        title: "a metric of one's own folder",
        code: 'import evaluate\n\nmetric = evaluate.load("./metrics/accuracy.py")\nother = evaluate.load("my_metric")\n',
      },
      {
        title: 'a commit hash',
        code: `from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision="${HASH}")\n`,
      },
      {
        title: 'a commit hash in a constant and a dictionary',
        code: `from transformers import AutoModel\n\nREVISION = "${HASH}"\nOPTIONS = {"revision": REVISION}\nmodel = AutoModel.from_pretrained("acme/encoder", **OPTIONS)\n`,
      },
      {
        title: 'a partial with a hash',
        code: `import functools\nfrom transformers import AutoModel\n\nload = functools.partial(AutoModel.from_pretrained, revision="${HASH}")\nmodel = load("acme/encoder")\n`,
      },
      {
        title: 'local paths',
        code: 'from transformers import AutoModel\n\na = AutoModel.from_pretrained("./model")\nb = AutoModel.from_pretrained("/opt/models/encoder")\nc = AutoModel.from_pretrained("results/checkpoint-500")\nd = AutoModel.from_pretrained("model")\ne = AutoModel.from_pretrained("C:\\\\models\\\\encoder")\nf = AutoModel.from_pretrained("weights/model.bin")\n',
      },
      {
        title: 'a path from pathlib or os.path',
        code: 'import os\nfrom pathlib import Path\nfrom transformers import AutoModel\n\na = AutoModel.from_pretrained(Path("models") / "encoder")\nb = AutoModel.from_pretrained(os.path.join(root, "encoder"))\n',
      },
      {
        title: 'a folder the program wrote',
        code: 'from transformers import AutoModel\n\nmodel.save_pretrained("acme/tuned")\nagain = AutoModel.from_pretrained("acme/tuned")\n',
      },
      {
        title: 'a name from the command line',
        code: 'import argparse\nfrom transformers import AutoModel\n\nargs = argparse.ArgumentParser().parse_args()\nmodel = AutoModel.from_pretrained(args.model_name_or_path)\n',
      },
      {
        title: 'a revision from the command line',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", revision=args.revision)\n',
      },
      {
        title: 'unknown arguments',
        code: 'from transformers import AutoModel\n\ndef load(**kwargs):\n    return AutoModel.from_pretrained("acme/encoder", **kwargs)\n',
      },
      {
        title: 'offline',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder", local_files_only=True)\n',
      },
      {
        title: 'offline for the whole program',
        code: 'import os\n\nos.environ["HF_HUB_OFFLINE"] = "1"\nfrom transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/encoder")\n',
      },
      {
        title: 'the default model of a task, which the library pins',
        code: 'from transformers import pipeline\n\nclassify = pipeline("sentiment-analysis")\n',
      },
      {
        title: 'a model object',
        code: 'from transformers import pipeline\n\nclassify = pipeline("text-classification", model=model, tokenizer=tokenizer)\n',
      },
      {
        title: 'a blank in documentation',
        code: 'from transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("your-username/your-model")\n',
      },
      {
        title: 'a pinned torch.hub commit, and a local repository',
        code: `import torch\n\na = torch.hub.load("pytorch/vision:${HASH}", "resnet18", skip_validation=True)\nb = torch.hub.load("vendor/yolov5", "custom", source="local")\n`,
      },
      {
        title: 'weights that timm names itself',
        code: 'import timm\n\nmodel = timm.create_model("resnet50", pretrained=True)\n',
      },
      {
        title: 'a published version',
        code: 'import tensorflow_hub as hub\n\nembed = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")\n',
      },
      { title: 'own weights for YOLO', code: 'from ultralytics import YOLO\n\nmodel = YOLO("best.pt")\n' },
      {
        title: 'a class of this file',
        code: 'class AutoModel:\n    @classmethod\n    def from_pretrained(cls, name):\n        return cls()\n\nAutoModel.from_pretrained("acme/encoder")\n',
      },
      {
        title: 'a server of the team, versions of registries',
        code: 'import bentoml\nimport wandb\nfrom gradio_client import Client\n\nclient = Client("http://127.0.0.1:7860")\nclassifier = bentoml.models.get("clf:qmnxx2h3vs7jy")\nartifact = wandb.init().use_artifact("acme/project/model:v3")\n',
      },
      ...JAVASCRIPT.good,
    ],
  },
  needs: ['download'],
  on: {
    api: {
      download: (call, api, context) => {
        if (api.artifact !== 'dataset' && api.hub !== 'http') reportUnpinned(call, api, context);
      },
    },
  },
};
