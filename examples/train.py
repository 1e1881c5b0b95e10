"""Fine-tunes a sentiment model on product reviews."""

import argparse

import torch
import wandb
import yaml
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

BASE_MODEL = "distilbert/distilbert-base-uncased"
BASE_REVISION = "12040accade4e8a0f71eabdb258fecc2e7e948be"


def read_config(path):
    with open(path) as stream:
        # The loader builds any Python object the file names.
        return yaml.load(stream, Loader=yaml.UnsafeLoader)


def prepare(config):
    # Pinned: what is trained on today is what is trained on tomorrow.
    tokenizer = AutoTokenizer.from_pretrained(BASE_MODEL, revision=BASE_REVISION)
    # A branch can point somewhere else tomorrow.
    reviews = load_dataset("fancyzhx/amazon_polarity", revision="main")

    def tokenize(batch):
        return tokenizer(batch["content"], truncation=True, max_length=config["max_length"])

    return tokenizer, reviews.map(tokenize, batched=True)


def train(config, resume_from):
    wandb.login(key="cfdd2bb04880951e5120dfc236bc41158be454b1")
    tokenizer, data = prepare(config)
    # No revision: whatever the repository holds at the time of the run.
    model = AutoModelForSequenceClassification.from_pretrained(BASE_MODEL, num_labels=2)
    if resume_from:
        model.load_state_dict(torch.load(resume_from))

    trainer = Trainer(
        model=model,
        args=TrainingArguments(output_dir="out", num_train_epochs=config["epochs"]),
        train_dataset=data["train"],
        eval_dataset=data["test"],
        processing_class=tokenizer,
    )
    trainer.train()
    trainer.save_model("out/final")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--config", default="config.yaml")
    parser.add_argument("--resume-from")
    arguments = parser.parse_args()
    train(read_config(arguments.config), arguments.resume_from)
