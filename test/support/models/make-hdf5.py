"""Writes the HDF5 files in test/fixtures/models, which the tests of the HDF5 reader look into.

Needs python3-h5py. The Lambda layer's code is `lambda x: __import__("os").system("true")`: nothing ever loads it.
"""

import json
import sys
from pathlib import Path

import h5py
import numpy as np

CODE = (
    "4wEAAAAAAAAAAAAAAAEAAAADAAAAQwAAAHMOAAAAdABkAYMBoAFkAqEBUwApA07aAm9z2gR0cnVlKQLaCl9faW1wb3J0X1/aBnN5"
    "c3RlbSkB2gF4qQByBgAAANoIPHN0cmluZz7aCDxsYW1iZGE+AQAAAHMCAAAADgA="
)
FOLDER = Path(sys.argv[1] if len(sys.argv) > 1 else "test/fixtures/models")


def config(*layers):
    return json.dumps({"class_name": "Sequential", "config": {"name": "s", "layers": list(layers)}})


DENSE = {"class_name": "Dense", "config": {"name": "d", "units": 2, "activation": "relu"}}
LAMBDA = {"class_name": "Lambda", "config": {"function": [CODE, None, None], "function_type": "lambda"}}


def write(name, fill, **options):
    with h5py.File(FOLDER / name, "w", **options) as file:
        fill(file)


def model(text):
    def fill(file):
        file.attrs["keras_version"] = "2.15.0"
        file.attrs["model_config"] = text
        file.create_group("model_weights").create_dataset("kernel", data=np.ones((2, 3), "float32"))

    return fill


def dense(file):
    for number in range(20):
        file.attrs[f"a{number}"] = number
    file.attrs["model_config"] = np.bytes_(config(LAMBDA))


def links(count):
    def fill(file):
        for number in range(count):
            file[f"x{number}"] = h5py.ExternalLink("/etc/hostname", "/y")

    return fill


def virtual(file):
    layout = h5py.VirtualLayout((4,), "u1")
    layout[:] = h5py.VirtualSource("../other.h5", "d", (4,))
    file.create_virtual_dataset("v", layout)


write("good.h5", model(config(DENSE)))
write("lambda.h5", model(config(DENSE, LAMBDA)))
write("lambda-fixed.h5", model(np.bytes_(config(LAMBDA))))
write("lambda-user-block.h5", model(config(LAMBDA)), userblock_size=1024)
write("lambda-latest.h5", model(config(LAMBDA)), libver="latest")
write("lambda-dense.h5", dense, libver="latest")
write("external-link.h5", links(1))
write("external-links-dense.h5", links(12))
write("external-data.h5", lambda file: file.create_dataset("d", (4,), dtype="u1", external=[("/etc/hostname", 0, 4)]))
write("virtual.h5", virtual)
