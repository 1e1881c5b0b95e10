"""Tunes an adapter that answers questions about invoices, on top of an open-weight model."""

from datasets import load_dataset
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTTrainer

BASE = "mistralai/Mistral-7B-Instruct-v0.3"
ADAPTER_COMMIT = "c7a9d3e5b1f24608a7c3d9e1f5b2046879acde13"


def tune():
    # The base model and its tokenizer are taken from a branch: tomorrow they can be others.
    model = AutoModelForCausalLM.from_pretrained(BASE)
    tokenizer = AutoTokenizer.from_pretrained(BASE)
    # The questions are those of one commit.
    questions = load_dataset("acme/invoice-questions", revision="5f0b02c75b57c5855da9ae460ce51323ea669d8a")
    adapted = get_peft_model(model, LoraConfig(r=16, task_type="CAUSAL_LM"))
    trainer = SFTTrainer(model=adapted, train_dataset=questions["train"], processing_class=tokenizer)
    trainer.train()
    adapted.save_pretrained("out/invoice-adapter")


def load():
    base = AutoModelForCausalLM.from_pretrained(BASE)
    return PeftModel.from_pretrained(base, "acme/invoice-adapter", revision=ADAPTER_COMMIT)
