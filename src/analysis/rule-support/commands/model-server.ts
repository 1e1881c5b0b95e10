import type { DockerInstruction } from '../../../source/content/docker-instruction';

const SERVER =
  /^(?:uvicorn|gunicorn|hypercorn|fastapi|flask|streamlit|gradio|chainlit|vllm|sglang|ollama|tritonserver|torchserve|tensorflow_model_server|mlflow|bentoml|ray|serve|text-generation-launcher|text-embeddings-router|llama-server|jupyter|jupyter-lab|jupyter-notebook|tensorboard|lmdeploy|litellm|langflow|chroma|xinference|opea)$/u;
const LIBRARY =
  /^(?:torch|tensorflow|tensorflow-cpu|tensorflow-gpu|transformers|keras|jax|onnxruntime|onnxruntime-gpu|scikit-learn|xgboost|lightgbm|sentence-transformers|diffusers|openai|anthropic|langchain.*|llama-index.*|vllm|gradio|streamlit|mlflow|bentoml|ray|spacy|fastai|litellm)$/iu;
const IMAGE =
  /pytorch|tensorflow|nvidia\/cuda|tritonserver|huggingface|vllm|ollama|transformers|jupyter|mlflow|rayproject/iu;

/** Whether the image of a stage serves a model or runs programs of machine learning. */
export function servesModel(instructions: readonly DockerInstruction[], stage: number): boolean {
  const own = instructions.filter((one) => one.stage === stage);
  return own.some(({ keyword, text, commands }) => {
    if (keyword === 'FROM') return IMAGE.test(text);
    const isEntry = keyword === 'CMD' || keyword === 'ENTRYPOINT';
    return commands.some(({ words }) =>
      words.some(({ text: word }) => (isEntry ? SERVER : LIBRARY).test(nameOf(word))),
    );
  });
}

function nameOf(word: string): string {
  return (word.split(/[=<>~[@;]/u)[0] ?? '').replace(/^.*\//u, '');
}
