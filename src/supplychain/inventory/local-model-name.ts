/** Names that libraries give to the weights of a model whose folder is the model: configuration and card lie beside them. */
const WEIGHTS =
  /^(?:(?:pytorch_|tf_|flax_|diffusion_pytorch_|open_clip_|adapter_)?model(?:[-.][\w.-]+)?\.(?:bin|safetensors|h5|msgpack|onnx|pt)|consolidated[\w.-]*\.(?:pth|safetensors)|saved_model\.pb|README\.md|(?:adapter_)?config\.json|model_index\.json)$/iu;

/**
 * What a model of the workspace is called: its folder, where a library has stored it as one, else the file.
 *
 * @param path of weights, a configuration or a card, relative to the root, with `/`
 */
export function localModelName(path: string): string {
  const at = path.lastIndexOf('/');
  if (!WEIGHTS.test(path.slice(at + 1))) return path;
  return at === -1 ? '.' : path.slice(0, at);
}
