const PUBLIC_INDEX =
  /^https:\/\/(?:[^/@]*@)?(?:download\.pytorch\.org|pypi\.nvidia\.com|pypi\.ngc\.nvidia\.com|developer\.download\.nvidia\.com|flashinfer\.ai|data\.pyg\.org|data\.dgl\.ai|storage\.googleapis\.com\/(?:jax|libtpu|tensorflow)|wheels\.vllm\.ai|repo\.radeon\.com|rocm\.nightlies\.amd\.com|pytorch-extension\.intel\.com|download\.openvino\.ai|pip\.repos\.neuron\.amazonaws\.com|www\.piwheels\.org|abetlen\.github\.io|dl\.fbaipublicfiles\.com|us-python\.pkg\.dev\/ml-oss[\w-]*|paddlepaddle\.org|www\.paddlepaddle\.org\.cn)(?:[/:]|$)/iu;

/** Whether an index is one of those by which frameworks and hardware makers give out their own packages. */
export function isPublicIndex(address: string): boolean {
  return PUBLIC_INDEX.test(address);
}
