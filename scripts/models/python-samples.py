"""Writes an honest and a harmful model file for each library that is installed, into the folder that is given.

Nothing is loaded, and the harmful ones would do no more than make an empty file. Prints a line of JSON for each pair: the library with
its version, and the names of the two files. Run by `npm run models:table`.
"""

import json
import os
import pickle
import sys

FOLDER = sys.argv[1]
MARKER = "executed"


class Harm:
    def __reduce__(self):
        return os.system, (f"touch {MARKER}",)


def pair(library, module, name, write):
    """Writes both files and tells of them; a library that is not there, or cannot write, is told on standard error."""
    try:
        version = __import__(module).__version__
        for prefix, harmful in (("honest-", False), ("harmful-", True)):
            write(os.path.join(FOLDER, prefix + name), harmful)
    except Exception as error:
        print(f"{library}: {type(error).__name__}: {error}", file=sys.stderr)
        return
    print(json.dumps({"library": f"{library} {version}", "name": name}))


def numpy_array(path, harmful):
    import numpy

    array = numpy.array([Harm()], dtype=object) if harmful else numpy.arange(6.0).reshape(2, 3)
    numpy.save(path, array, allow_pickle=harmful)


def numpy_archive(path, harmful):
    import numpy

    numpy.savez_compressed(path, x=numpy.array([Harm()], dtype=object) if harmful else numpy.arange(6.0))


def joblib_file(compress):
    def write(path, harmful):
        import joblib
        import numpy

        joblib.dump({"x": numpy.arange(1000.0), "y": Harm() if harmful else 1}, path, compress=compress)

    return write


def sklearn_pipeline(path, harmful):
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = make_pipeline(StandardScaler(), LogisticRegression()).fit([[0.0], [1.0], [2.0]], [0, 1, 1])
    with open(path, "wb") as file:
        pickle.dump((model, Harm()) if harmful else model, file)


def torch_state(zipped):
    def write(path, harmful):
        import torch

        state = dict(torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2)).state_dict())
        if harmful:
            state["x"] = Harm()
        torch.save(state, path, _use_new_zipfile_serialization=zipped)

    return write


def torch_script(path, harmful):
    import torch

    class Model(torch.nn.Module):
        def forward(self, x):
            return torch.relu(x)

    class Writer(torch.nn.Module):
        def forward(self, x):
            torch.save(x, "/tmp/x")
            return x

    torch.jit.script(Writer() if harmful else Model()).save(path)


def hdf5_model(path, harmful):
    import h5py

    layer = {"class_name": "Dense", "config": {"units": 2}}
    if harmful:
        code = compile("lambda x: __import__(\"os\").system(\"true\")", "x", "eval").co_consts[0]
        import base64
        import marshal

        layer = {
            "class_name": "Lambda",
            "config": {"function": [base64.b64encode(marshal.dumps(code)).decode(), None, None], "function_type": "lambda"},
        }
    with h5py.File(path, "w") as file:
        file.attrs["keras_version"] = "2.15.0"
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": {"layers": [layer]}})
        file.create_dataset("model_weights/kernel", data=[[1.0, 2.0]])


pair("NumPy", "numpy", "array.npy", numpy_array)
pair("NumPy", "numpy", "arrays.npz", numpy_archive)
pair("joblib", "joblib", "model.joblib", joblib_file(0))
pair("joblib", "joblib", "model.joblib.gz", joblib_file(("gzip", 3)))
pair("joblib", "joblib", "model.joblib.xz", joblib_file(("xz", 3)))
pair("scikit-learn", "sklearn", "pipeline.pkl", sklearn_pipeline)
pair("PyTorch", "torch", "state.pt", torch_state(True))
pair("PyTorch", "torch", "state-before-1.6.pt", torch_state(False))
pair("PyTorch", "torch", "script.pt", torch_script)
pair("h5py", "h5py", "model.h5", hdf5_model)
