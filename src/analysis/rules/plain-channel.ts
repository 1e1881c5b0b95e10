import type { ApiOf } from '../../catalog/schema/api';
import type { Call, Expression } from '../../source/expression';
import { isOwnHost } from '../rule-support/own-host';
import { riskyCallListeners, type RiskyCallWeight } from '../rule-support/risky-call';
import type { Rule, RuleContext } from '../rule';

/** A channel to this machine or within the own network may be plain; to an address that is not known, it is for a reader to judge. */
function weigh(
  call: Call,
  { input }: ApiOf<'risky-call'>,
  { model }: RuleContext,
): RiskyCallWeight | 'silent' {
  if (!input) return {};
  const found = call.argument(input);
  if (found.state !== 'given') return 'silent';
  const address = fixedStart(found.argument.value);
  if (address === undefined) {
    const isRpc = call.names.some((name) => name.startsWith('grpc.'));
    return isRpc ? { confidence: 'probable' } : 'silent';
  }
  const host = address.replace(/^(?:[a-z]+:\/\/|dns:\/*|ipv[46]:)/i, '').replace(/[/?].*$/s, '');
  return /^unix[:-]/.test(address) || isOwnHost(host) ? 'silent' : {};

  function fixedStart(expression: Expression): string | undefined {
    const parts = model.stringParts(expression);
    const [first] = parts ?? [];
    if (first?.kind !== 'text') return undefined;
    return parts?.length === 1 || /[:/]/.test(first.value) ? first.value : undefined;
  }
}

export const rule: Rule = {
  id: 'plain-channel',
  title: 'Service is reached without encryption',
  stages: ['model-serving', 'llm-operate', 'llm-develop-experiment', 'data-engineering'],
  risks: ['owasp-llm-2026:LLM02', 'owasp-llm-2025:LLM02', 'owasp-ml-2023:ML05', 'owasp-agentic-2026:ASI07'],
  cwe: ['CWE-319'],
  atlas: ['AML.T0024'],
  controls: ['C30', 'C34'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['transport', 'grpc', 'vector-store'],
  languages: ['python'],
  what: 'Finds gRPC channels without encryption and clients of inference servers, vector stores and object stores with TLS off, where the address is that of another network. A gRPC channel to an address that is not known is reported as information; this machine, private addresses and names without a domain are not reported.',
  why: 'Inputs, embeddings, documents and passwords cross the network readable, and answers can be changed on the way. Neither side proves who it is, so the service may be somebody else’s.',
  fix: 'Use `grpc.secure_channel` with `grpc.ssl_channel_credentials()`, and the switch of the client: `ssl=True`, `https=True`, `secure=True`.',
  references: [
    { title: 'gRPC: authentication', url: 'https://grpc.io/docs/guides/auth/' },
    {
      title: 'CWE-319: Cleartext Transmission of Sensitive Information',
      url: 'https://cwe.mitre.org/data/definitions/319.html',
    },
  ],
  examples: {
    bad: [
      {
        title: 'gRPC to another network',
        code: 'import grpc\n\nchannel = grpc.insecure_channel("models.acme.io:8500")\n',
      },
      {
        title: 'gRPC to an unknown address (information)',
        code: 'import grpc\n\ndef stub(address):\n    return grpc.aio.insecure_channel(address)\n',
      },
      {
        title: 'an inference server',
        code: 'import tritonclient.http as http\n\nclient = http.InferenceServerClient(url="triton.acme.io:8000")\n',
      },
      {
        title: 'a vector store',
        code: 'import chromadb\n\nclient = chromadb.HttpClient(host="vectors.acme.io", port=8000)\n',
      },
      {
        title: 'an object store',
        code: 'from minio import Minio\n\nstore = Minio("models.acme.io:9000", access_key=key, secret_key=secret, secure=False)\n',
      },
    ],
    good: [
      {
        title: 'gRPC with TLS',
        code: 'import grpc\n\nchannel = grpc.secure_channel("models.acme.io:443", grpc.ssl_channel_credentials())\n',
      },
      {
        title: 'this machine',
        code: 'import grpc\nimport chromadb\n\nchannel = grpc.insecure_channel("localhost:50051")\nother = grpc.insecure_channel(f"127.0.0.1:{port}")\nunix = grpc.insecure_channel("unix:///run/model.sock")\nclient = chromadb.HttpClient(host="localhost", port=8000)\n',
      },
      {
        title: 'a name of the own network',
        code: 'import grpc\nimport redis\n\nchannel = grpc.insecure_channel("model-server:8500")\ncache = redis.Redis(host="redis", port=6379)\n',
      },
      {
        title: 'a vector store with TLS',
        code: 'import chromadb\nfrom qdrant_client import QdrantClient\n\nclient = chromadb.HttpClient(host="vectors.acme.io", port=443, ssl=True)\nother = QdrantClient(host="vectors.acme.io", https=True)\n',
      },
    ],
  },
  needs: ['risky-call:plain-channel'],
  on: riskyCallListeners({
    topics: ['plain-channel'],
    advice: 'Data and answers can be read and changed on the way; switch TLS on.',
    weigh,
  }),
};
