/** What is sent to a service, for a message. */
export interface ServiceKind {
  readonly sends: string;
  /** Each address it is given is one that data is read from. */
  readonly isData?: boolean;
}

const MODEL: ServiceKind = { sends: 'prompts, answers and the API key' };
const STORE: ServiceKind = { sends: 'documents and their embeddings' };
const TRACKING: ServiceKind = { sends: 'runs, metrics and models' };
const DATA: ServiceKind = { sends: 'the data that is learned from', isData: true };

const PACKAGES: ReadonlyMap<string, ServiceKind> = new Map([
  ...packages(
    MODEL,
    'openai anthropic mistralai cohere groq together fireworks ollama litellm replicate google huggingface_hub text_generation ' +
      'xinference_client zhipuai dashscope langchain langchain_openai langchain_anthropic langchain_ollama langchain_community ' +
      'langchain_mistralai langchain_cohere langchain_groq langchain_huggingface langchain_core langchain_aws llama_index ' +
      'llama_index_llms_openai haystack haystack_integrations dspy autogen autogen_ext crewai agents pydantic_ai instructor semantic_kernel smolagents ' +
      'guidance mem0 portkey_ai sglang vllm agno phi camel swarm marvin magentic',
  ),
  ...packages(
    STORE,
    'qdrant_client weaviate pymilvus chromadb pinecone elasticsearch opensearchpy langchain_qdrant langchain_chroma ' +
      'langchain_milvus langchain_weaviate langchain_elasticsearch typesense meilisearch marqo vespa',
  ),
  ...packages(
    TRACKING,
    'mlflow wandb comet_ml clearml neptune langsmith langfuse phoenix aim label_studio_sdk argilla',
  ),
  ...packages(DATA, 'pandas polars datasets dask pyarrow modin cudf tensorflow_datasets'),
]);

/** Packages of JavaScript through which models are asked or tools are called. */
const SCRIPT_PACKAGES =
  /^(?:@(?:anthropic-ai|ai-sdk|langchain|llamaindex|mastra|mistralai|modelcontextprotocol|openai|google\/genai|huggingface\/inference|lmstudio)\b|groq-sdk\.|together-ai\.|cohere-ai\.|llamaindex\.|ollama-ai-provider)/u;

/** What a library of this top-level package sends to the addresses it is given; undefined for others. */
export function serviceKind(name: string): ServiceKind | undefined {
  if (SCRIPT_PACKAGES.test(name)) return MODEL;
  return PACKAGES.get(name.split('.', 1)[0] ?? '');
}

/** Names of variables and settings that hold the address of a model service. */
export function isServiceVariable(name: string): boolean {
  return /(?:^|_)(?:OPENAI|ANTHROPIC|OLLAMA|LLM|LLAMA|MISTRAL|VLLM|AZURE_OPENAI|LITELLM|EMBEDDINGS?|INFERENCE|MODEL|MLFLOW_TRACKING|MLFLOW|QDRANT|WEAVIATE|MILVUS|CHROMA|LANGFUSE|LANGCHAIN|LANGSMITH|HF|WANDB)_(?:\w+_)?(?:BASE_URL|API_BASE|API_URL|BASE|URL|URI|HOST|ENDPOINT|SERVER)$/i.test(
    name.replaceAll(/([a-z0-9])([A-Z])/gu, '$1_$2'),
  );
}

function packages(kind: ServiceKind, names: string): readonly (readonly [string, ServiceKind])[] {
  return names.split(' ').map((name) => [name, kind] as const);
}
