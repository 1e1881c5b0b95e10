"""Our wrapper around the model hub. `.mlsecops.yaml` tells what it is."""

from huggingface_hub import snapshot_download


def fetch_model(repo_id, version):
    return snapshot_download(repo_id, revision=version)
