import { imageTagState, type ImageTagState } from '../../../analysis/rule-support/commands/image-tag';
import { isPartlyUnknown } from '../../../analysis/rule-support/commands/known-value';
import type { ImageReference } from '../../../source/content/image-reference';
import type { Pinning, Sighting } from '../sighting';

/** Repositories of images that serve, train or run models. */
const SERVES_MODELS =
  /(?:^|[/-])(?:vllm(?:-openai)?|text-generation-inference|text-embeddings-inference|tritonserver|ollama|torchserve|pytorch-serve|tensorflow-serving|serving|sglang|lmdeploy|localai|llama\.cpp|llama-cpp|open-webui|litellm|mlserver|kserve[\w-]*|huggingfaceserver|seldon[\w-]*|ray|ray-ml|ray-llm|bentoml|mlflow|pytorch|tensorflow|pytorch-(?:inference|training)|huggingface-[\w-]+|tensorflow-(?:inference|training)|djl-inference|nim|xinference|infinity|tgi|chroma|chromadb|qdrant|weaviate|milvus|langfuse|langflow|flowise|label-studio|nemo|tensorrt-llm)(?:$|[-/])/u;
/** Words that are common: they count with their owner alone. */
const OWNED: Readonly<Record<string, RegExp>> = {
  serving: /^(?:docker\.io\/)?tensorflow\/serving/u,
  ray: /(?:^|\/)(?:rayproject|anyscale)\//u,
  infinity: /(?:^|\/)michaelf34\//u,
  nim: /nvcr\.io\/nim\//u,
  nemo: /nvcr\.io\/nvidia\//u,
};

const PINNING: Readonly<Record<ImageTagState, Pinning>> = {
  digest: 'pinned',
  version: 'mutable',
  moving: 'mutable',
  none: 'mutable',
  unknown: 'unknown',
};

/** An image that serves or runs models, or a store for them. */
export function sightImage(image: ImageReference): readonly Sighting[] {
  const { repository, tag, digest } = image;
  if (isPartlyUnknown(repository) || !isOfModels(repository.toLowerCase())) return [];
  const version = digest ?? (tag !== undefined && !isPartlyUnknown(tag) ? tag : undefined);
  return [
    {
      kind: 'image',
      name: repository,
      origin: 'oci',
      ...(version === undefined ? {} : { version }),
      pinning: PINNING[imageTagState(image)],
      via: image.place === 'dockerfile' ? 'FROM' : image.place,
      range: image.range,
    },
  ];
}

function isOfModels(repository: string): boolean {
  if (!SERVES_MODELS.test(repository)) return false;
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  const owner = Object.entries(OWNED).find(([word]) => last === word || last.startsWith(`${word}-`))?.[1];
  return owner ? owner.test(repository) || last.startsWith('ray-') : true;
}
