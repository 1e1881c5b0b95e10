/** Namespaces of operators that PyTorch and its own libraries bring along. */
export const KNOWN_OPERATORS: ReadonlySet<string> = new Set([
  ...[
    'aten',
    'prim',
    'prims',
    'quantized',
    'quantized_decomposed',
    '_quantized',
    'torchvision',
    'torchaudio',
    'torchtext',
  ],
  ...[
    'sparse',
    'mkldnn',
    'mkldnn_prepacked',
    'xnnpack',
    'metal',
    'metal_prepack',
    'vulkan',
    'vulkan_prepack',
    'static_runtime',
  ],
  ...[
    '_caffe2',
    'caffe2',
    'onnx',
    'c10d',
    '_c10d_functional',
    'c10d_functional',
    'rnn',
    'torch_sparse',
    'torch_scatter',
  ],
  ...[
    'torch_cluster',
    'torch_spline_conv',
    'fbgemm',
    'tensorexpr',
    'inductor',
    'debugprims',
    'profiler',
    'neuron',
    'tensorrt',
  ],
]);

/** Namespaces of classes written in C++ that come with PyTorch. */
export const KNOWN_CLASSES: ReadonlySet<string> = new Set([
  ...[
    'quantized',
    'sparse',
    'rnn',
    'xnnpack',
    'metal',
    'vulkan',
    'mkldnn',
    'mkldnn_prepacked',
    'profiler',
    'c10d',
    'torchaudio',
  ],
  ...['torchtext', 'torchvision', 'tensorrt', 'neuron', '_nnapi', 'cuda', 'dist_rpc'],
]);

/** Operators that touch files, other machines or Python, and what they do. */
export const HARMFUL_OPERATORS: readonly (readonly [pattern: RegExp, does: string])[] = [
  [/^(?:torch|aten)\.(?:save|_save)$/u, 'writes a file'],
  [/^(?:torch|aten)\.(?:from_file|_from_file)$/u, 'reads a file, or makes one'],
  [/^(?:torch|aten)\.(?:load|_load)$/u, 'loads a file'],
  [/^image\.write_file$/u, 'writes a file'],
  [/^image\.read_file$/u, 'reads a file'],
  [/^torchaudio\.(?:sox_io_|sox_)?(?:save|load)_audio\w*$/u, 'reads or writes a file'],
  [/^prim\.PythonOp$/u, 'calls Python'],
  [/(?:^|\.)(?:rpc_sync|rpc_async|rpc_remote|_rpc\w*)$/u, 'calls another machine'],
];
