"""The many ways in which a model reaches memory: some run code from the file, some do not."""

import pickle
import urllib.request
from functools import partial

import joblib
import numpy as np
import torch
from keras.models import load_model
from safetensors.torch import load_file
from transformers import AutoModelForCausalLM, pipeline

from model_store import fetch_model

WEIGHTS_URL = "https://models.example.com/churn/v3/weights.pt"
COMMIT = "5f0b02c75b57c5855da9ae460ce51323ea669d8a"

load_weights = partial(torch.load, map_location="cpu", weights_only=True)


def churn_classifier(path):
    return joblib.load(path)


def feature_pipeline(path):
    with open(path, "rb") as stream:
        return pickle.load(stream)


def embeddings(path):
    return np.load(path, allow_pickle=True)


def image_classifier(path):
    # safe_mode=False lets a Lambda layer in the file run its code.
    return load_model(path, safe_mode=False)


def checkpoint(path):
    return torch.load(path, weights_only=False)


def download_weights(target):
    # Nothing checks that the file is the one that was published.
    urllib.request.urlretrieve(WEIGHTS_URL, target)
    return target


def chat_model():
    # Code of the repository runs here, from whatever commit is the latest.
    return AutoModelForCausalLM.from_pretrained("acme-labs/tiny-chat", trust_remote_code=True)


def ranker():
    return fetch_model("acme-labs/ranker", version="latest")


# The same tasks without the risk.


def safe_checkpoint(path):
    return load_weights(path)


def safe_weights(path):
    return load_file(path)


def pinned_summarizer():
    return pipeline("summarization", model="facebook/bart-large-cnn", revision=COMMIT)


def local_model():
    return AutoModelForCausalLM.from_pretrained("./out/final", local_files_only=True)
