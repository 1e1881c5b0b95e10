/** A service that asks nobody who he is, as it comes. */
export interface OpenService {
  readonly title: string;
  /** Its image, without the tag. */
  readonly image: RegExp;
  readonly ports: readonly number[];
  /** What somebody who reaches it does. */
  readonly risk: string;
  /** Runs the code it is sent. */
  readonly runsCode?: boolean;
  /** Options and variables that give it a login. */
  readonly login?: RegExp;
}

const MODEL = 'uses the model at your cost';
const DATA = 'reads, changes and deletes what is stored';

export const OPEN_SERVICES: readonly OpenService[] = [
  { title: 'Ollama', image: /(?:^|\/)ollama$/u, ports: [11_434], risk: 'uses, replaces and deletes models' },
  {
    title: 'vLLM',
    image: /(?:^|\/)vllm-openai$|(?:^|\/)vllm$/u,
    ports: [8000],
    risk: MODEL,
    login: /--api-key|VLLM_API_KEY/u,
  },
  { title: 'SGLang', image: /(?:^|\/)sglang$/u, ports: [30_000], risk: MODEL, login: /--api-key/u },
  {
    title: 'Text Generation Inference',
    image: /(?:^|\/)text-(?:generation|embeddings)-inference$/u,
    ports: [80, 3000],
    risk: MODEL,
    login: /--api-key|API_KEY/u,
  },
  {
    title: 'llama.cpp',
    image: /(?:^|\/)llama\.cpp$/u,
    ports: [8080],
    risk: MODEL,
    login: /--api-key|LLAMA_API_KEY/u,
  },
  { title: 'LocalAI', image: /(?:^|\/)local-?ai$/u, ports: [8080], risk: MODEL, login: /API_KEY/u },
  {
    title: 'Ray',
    image: /(?:^|\/)ray(?:-ml|-llm)?$/u,
    ports: [8265, 10_001, 6379],
    risk: 'runs code on the cluster',
    runsCode: true,
    login: /RAY_AUTH_MODE/u,
  },
  {
    title: 'Dask',
    image: /(?:^|\/)dask(?:-notebook)?$/u,
    ports: [8786, 8787],
    risk: 'runs code on the cluster',
    runsCode: true,
  },
  {
    title: 'MLflow',
    image: /(?:^|\/)mlflow(?:-server)?$/u,
    ports: [5000],
    risk: 'reads and replaces models',
    login: /basic-auth|MLFLOW_AUTH/u,
  },
  {
    title: 'Triton',
    image: /(?:^|\/)tritonserver$/u,
    ports: [8000, 8001, 8002],
    risk: 'uses the models, and loads others where that is allowed',
  },
  {
    title: 'TorchServe',
    image: /(?:^|\/)torchserve$/u,
    ports: [8080, 8081, 8082],
    risk: 'loads models, which can carry code',
  },
  { title: 'TensorFlow Serving', image: /^tensorflow\/serving$/u, ports: [8500, 8501], risk: MODEL },
  {
    title: 'Chroma',
    image: /(?:^|\/)chroma$/u,
    ports: [8000],
    risk: DATA,
    login: /CHROMA_SERVER_AUTH/u,
  },
  {
    title: 'Qdrant',
    image: /(?:^|\/)qdrant$/u,
    ports: [6333, 6334],
    risk: DATA,
    login: /QDRANT__SERVICE__(?:READ_ONLY_)?API_KEY|QDRANT__SERVICE__JWT/u,
  },
  {
    title: 'Weaviate',
    image: /(?:^|\/)weaviate$/u,
    ports: [8080, 50_051],
    risk: DATA,
    login: /AUTHENTICATION_(?:APIKEY|OIDC)_ENABLED/u,
  },
  {
    title: 'Milvus',
    image: /(?:^|\/)milvus$/u,
    ports: [19_530, 9091],
    risk: DATA,
    login: /AUTHORIZATIONENABLED|authorizationEnabled|milvus\.yaml/u,
  },
  {
    title: 'Redis',
    image: /^(?:docker\.io\/)?(?:library\/)?(?:redis|valkey\/valkey|redis\/redis-stack(?:-server)?)$/u,
    ports: [6379, 8001],
    risk: DATA,
    login: /requirepass|REDIS_PASSWORD|REDIS_ARGS|aclfile|redis\.conf/u,
  },
  {
    title: 'MongoDB',
    image: /^(?:docker\.io\/)?(?:library\/)?mongo$/u,
    ports: [27_017],
    risk: DATA,
    login: /MONGO_INITDB_ROOT|--auth\b|keyFile|mongod\.conf/u,
  },
  {
    title: 'Langflow',
    image: /(?:^|\/)langflow$/u,
    ports: [7860],
    risk: 'builds flows that run code',
    runsCode: true,
    login: /LANGFLOW_AUTO_LOGIN/u,
  },
  { title: 'Phoenix', image: /(?:^|\/)phoenix$/u, ports: [6006], risk: DATA, login: /PHOENIX_ENABLE_AUTH/u },
];

/** The service that an image holds, where it listens on this port. */
export function openService(image: string, port: number): OpenService | undefined {
  return OPEN_SERVICES.find((one) => one.image.test(image) && one.ports.includes(port));
}

/** A port that a container is given: `0.0.0.0:8000:80/tcp`, `${PORT:-8000}:80`, `127.0.0.1::80`. */
export interface PublishedPort {
  readonly address: string | undefined;
  readonly port: number;
}

/** Reads a published port; undefined for what cannot be read. */
export function publishedPort(text: string): PublishedPort | undefined {
  const plain = text.replaceAll(/\$\{\w+(?::?[-?+]([^}]*))?\}/gu, (_, given?: string) => given ?? '0');
  const parts = /^(?:(\[[^\]]*\]|[\d.]+|localhost):)?(?:[\d-]*:)?(\d+)(?:-\d+)?(?:\/(?:tcp|udp))?$/u.exec(
    plain,
  );
  if (!parts?.[2] || !plain.includes(':')) return undefined;
  const address = /[.[l]/u.test(parts[1] ?? '') ? parts[1] : undefined;
  return { address, port: Number(parts[2]) };
}
