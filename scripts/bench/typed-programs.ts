/**
 * Parts of a program as people write them to train a model and to serve it behind an interface; `{n}` makes each copy its own.
 * Every set of them holds one finding: what is typed into should be a common file, not a list of mistakes.
 */
const PARTS = [
  `
class Corpus{n}(Dataset):
    """Rows of a table, tokenized when they are asked for."""

    def __init__(self, path: Path, tokenizer, max_length: int = 512) -> None:
        self.rows = pd.read_csv(path)
        self.tokenizer = tokenizer
        self.max_length = max_length
        self.labels = sorted(self.rows["label"].unique())
        self.index = {label: at for at, label in enumerate(self.labels)}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, at: int) -> dict:
        row = self.rows.iloc[at]
        encoded = self.tokenizer(
            row["text"],
            truncation=True,
            padding="max_length",
            max_length=self.max_length,
            return_tensors="pt",
        )
        return {
            "input_ids": encoded["input_ids"].squeeze(0),
            "attention_mask": encoded["attention_mask"].squeeze(0),
            "label": torch.tensor(self.index[row["label"]]),
        }
`,
  `
def train_{n}(model, loader, optimizer, scheduler, device="cuda", clip=1.0):
    model.train()
    total, seen = 0.0, 0
    for step, batch in enumerate(loader):
        batch = {name: tensor.to(device) for name, tensor in batch.items()}
        with torch.autocast(device, dtype=torch.bfloat16):
            output = model(**batch)
            loss = output.loss / ACCUMULATE
        loss.backward()
        # Steps are taken after several batches: one alone does not fit.
        if (step + 1) % ACCUMULATE == 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), clip)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()
        total += loss.item() * len(batch["label"])
        seen += len(batch["label"])
        if step % 50 == 0:
            logger.info("step %d: loss %.4f, rate %.2e", step, total / max(seen, 1), scheduler.get_last_lr()[0])
    return total / max(seen, 1)
`,
  `
@torch.no_grad()
def evaluate_{n}(model, loader, labels):
    model.eval()
    truth, predicted = [], []
    for batch in loader:
        logits = model(batch["input_ids"], attention_mask=batch["attention_mask"]).logits
        predicted.extend(logits.argmax(dim=-1).tolist())
        truth.extend(batch["label"].tolist())
    report = {
        "accuracy": accuracy_score(truth, predicted),
        "f1": f1_score(truth, predicted, average="macro"),
        "confusion": confusion_matrix(truth, predicted).tolist(),
    }
    for at, label in enumerate(labels):
        hits = sum(1 for a, b in zip(truth, predicted) if a == b == at)
        report[f"recall_{label}"] = hits / max(truth.count(at), 1)
    return report


tokenizer_{n} = AutoTokenizer.from_pretrained("bert-base-uncased")
`,
  `
class Answers{n}:
    """Asks a model about the documents that are nearest to a question."""

    def __init__(self, client: OpenAI, index, model: str = "gpt-4o-mini") -> None:
        self.client = client
        self.index = index
        self.model = model

    def ask(self, question: str, history: list[dict] | None = None) -> str:
        documents = self.index.search(question, k=5)
        context = "\\n\\n".join(document.text for document in documents)
        messages = [
            {"role": "system", "content": "Answer from the context. Say so when it does not hold the answer."},
            *(history or []),
            {"role": "user", "content": f"Context:\\n{context}\\n\\nQuestion: {question}"},
        ]
        response = self.client.chat.completions.create(model=self.model, messages=messages, temperature=0.1)
        answer = response.choices[0].message.content
        logger.debug("answered with %d tokens", response.usage.total_tokens)
        return answer.strip()


@app.post("/v{n}/answers")
def answer_{n}(request: Question) -> dict:
    try:
        text = Answers{n}(client, index).ask(request.question)
    except RateLimitError as error:
        raise HTTPException(status_code=429, detail=str(error)) from error
    return {"answer": text, "asked": datetime.now(timezone.utc).isoformat()}
`,
];

const COMMON_HEAD = `"""Trains classifiers and answers questions."""

import logging
from datetime import datetime, timezone
from pathlib import Path

import pandas as pd
import torch
from fastapi import FastAPI, HTTPException
from openai import OpenAI, RateLimitError
from pydantic import BaseModel
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
from torch.utils.data import Dataset
from transformers import AutoTokenizer

from .search import load_index

logger = logging.getLogger(__name__)
ACCUMULATE = 4
app = FastAPI()
client = OpenAI()
index = load_index(Path("index"))


class Question(BaseModel):
    question: str
`;

/** Nothing but calls that rules look at, and a finding in every twelfth line. */
const DENSE_PART = `
def step_{n}(batch, model, optimizer):
    """Runs one step."""
    loss = model(batch["input"], labels=batch["labels"]).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    return {"loss": float(loss), "name": f"step {batch['id']}"}

checkpoint_{n} = torch.load("runs/{n}.pt", weights_only=True)
tokenizer_{n} = AutoTokenizer.from_pretrained("bert-base-uncased")
`;

const DENSE_HEAD = 'import torch\nfrom transformers import AutoTokenizer\n';

/** A file to type into. */
export interface TypedProgram {
  readonly name: string;
  readonly lines: readonly string[];
}

/** Files of a thousand lines: a common one, and one as full of findings as none should be. */
export const TYPED_PROGRAMS: readonly TypedProgram[] = [
  { name: 'training and serving', lines: linesOf(COMMON_HEAD, PARTS.join('\n'), 1000) },
  { name: 'a finding in every twelfth line', lines: linesOf(DENSE_HEAD, DENSE_PART, 1000) },
];

function linesOf(head: string, part: string, count: number): readonly string[] {
  const lines = head.split('\n');
  for (let n = 0; lines.length < count; n++) lines.push(...part.replaceAll('{n}', String(n)).split('\n'));
  return lines.slice(0, count);
}
