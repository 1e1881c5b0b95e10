import type { ApiOf } from '../../catalog/schema/api';
import type { Call } from '../../source/expression';
import type { Rule, RuleContext } from '../rule';
import { outsiderData } from '../rule-support/outsider-data';
import { riskyCallListeners, type RiskyCallWeight } from '../rule-support/risky-call';

/** Text that an outsider gives is an error; a compiler on a machine that serves is worth a hint. */
function weigh(call: Call, api: ApiOf<'risky-call'>, context: RuleContext): RiskyCallWeight {
  return api.input && outsiderData(call, { input: api.input }, context)
    ? { severity: 'error' }
    : { confidence: 'probable' };
}

export const rule: Rule = {
  id: 'code-compiled-at-run-time',
  title: 'Native code is compiled while the program runs',
  stages: ['experimentation', 'model-serving', 'pipeline-dev-test'],
  risks: ['owasp-ml-2023:ML06', 'owasp-llm-2025:LLM03', 'owasp-llm-2026:LLM04'],
  cwe: ['CWE-94', 'CWE-114'],
  atlas: ['AML.T0010.001'],
  controls: ['C12', 'C06'],
  severity: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  tags: ['native-code'],
  languages: ['python'],
  what: 'Finds `torch.utils.cpp_extension.load` and `load_inline`, `numpy.f2py.compile`, commands of `numpy.distutils`, `cffi` `verify`, inline Cython and cppyy – as information, as an error when a user gives the source.',
  why: 'The compiler runs on the machine that trains or serves, with sources and a build folder that others may be able to write, and the result is loaded without a check. The build is also no part of what was tested and signed.',
  fix: 'Build the extension as a package in CI (`torch.utils.cpp_extension.BuildExtension`, meson), sign it and install it with a pinned hash. In research code keep `build_directory` where only you can write.',
  references: [
    { title: 'PyTorch: C++ extensions', url: 'https://docs.pytorch.org/docs/stable/cpp_extension.html' },
    { title: 'NumPy: f2py', url: 'https://numpy.org/doc/stable/f2py/usage.html' },
  ],
  examples: {
    bad: [
      {
        title: 'PyTorch, files (information)',
        code: 'from torch.utils.cpp_extension import load\n\nops = load(name="ops", sources=["ops.cpp", "ops.cu"])\n',
      },
      {
        title: 'PyTorch, text',
        code: 'import torch.utils.cpp_extension as ext\n\nops = ext.load_inline(name="ops", cpp_sources=SOURCE)\n',
      },
      { title: 'f2py', code: 'from numpy import f2py\n\nf2py.compile(source, modulename="fast")\n' },
      {
        title: 'numpy.distutils',
        code: 'from numpy.distutils.exec_command import exec_command\n\nexec_command(command)\n',
      },
      { title: 'cffi', code: 'from cffi import FFI\n\nffi = FFI()\nlib = ffi.verify(source)\n' },
      {
        title: 'source of a user',
        code: 'from fastapi import FastAPI\nfrom torch.utils.cpp_extension import load_inline\n\napp = FastAPI()\n\n@app.post("/kernel")\ndef kernel(source: str):\n    return load_inline(name="k", cpp_sources=source).run()\n',
      },
    ],
    good: [
      {
        title: 'built as a package',
        code: 'from setuptools import setup\nfrom torch.utils.cpp_extension import BuildExtension, CppExtension\n\nsetup(name="ops", ext_modules=[CppExtension("ops", ["ops.cpp"])], cmdclass={"build_ext": BuildExtension})\n',
      },
      {
        title: 'helpers of numpy.distutils that run nothing',
        code: 'from numpy.distutils.exec_command import filepath_from_subprocess_output\n\npath = filepath_from_subprocess_output(output)\n',
        seen: 'numpy: distutils/ccompiler.py',
      },
      { title: 'compilation by PyTorch', code: 'import torch\n\nmodel = torch.compile(model)\n' },
      {
        title: 'compiled for a GPU by numba',
        code: 'import numba\n\n@numba.njit\ndef add(a, b):\n    return a + b\n',
      },
    ],
  },
  needs: ['risky-call:compiled-at-run-time'],
  on: riskyCallListeners({
    topics: ['compiled-at-run-time'],
    advice: 'Build it in CI and install it with a pinned hash, and keep the build folder closed to others.',
    weigh,
  }),
};
