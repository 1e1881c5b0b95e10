"""Writes test/support/models/compressed.ts: one text in every compression that is read.

Node cannot write these formats. Run with a Python that has lz4 and zstandard, where the program 7z is:
python3 scripts/samples/compressed.py > test/support/models/compressed.ts
"""

import base64
import bz2
import gzip
import io
import lzma
import pathlib
import struct
import subprocess
import tempfile
import zipfile
import zlib

import lz4.frame
import zstandard

TEXT = b"".join(b"line %d of a text that is compressed\n" % n for n in range(400)) + bytes(3000)
LZMA1 = [{"id": lzma.FILTER_LZMA1, "dict_size": 4096, "lc": 0, "lp": 2, "pb": 3}]
DELTA = [
    {"id": lzma.FILTER_DELTA, "dist": 4},
    {"id": lzma.FILTER_LZMA2, "lc": 1, "lp": 2, "pb": 0, "dict_size": 65536},
]
HALF = len(TEXT) // 2
linked = lz4.frame.compress(
    TEXT, block_size=lz4.frame.BLOCKSIZE_MAX64KB, block_linked=True, content_checksum=True, block_checksum=True
)
streamed = zstandard.ZstdCompressor(level=19, write_content_size=False, write_checksum=True).compress(TEXT)

SAMPLES = {
    "gzip": gzip.compress(TEXT, mtime=0),
    "gzip, two members": gzip.compress(TEXT[:HALF], mtime=0) + gzip.compress(TEXT[HALF:], mtime=0),
    "zlib": zlib.compress(TEXT),
    "zlib, as joblib wrote it before 0.10": b"ZF" + hex(len(TEXT)).encode().ljust(19) + zlib.compress(TEXT),
    "bzip2": bz2.compress(TEXT),
    "bzip2, two streams": bz2.compress(TEXT[:HALF], 1) + bz2.compress(TEXT[HALF:]),
    "xz": lzma.compress(TEXT),
    "xz, two streams": lzma.compress(TEXT[:HALF], check=lzma.CHECK_SHA256)
    + bytes(8)
    + lzma.compress(TEXT[HALF:], check=lzma.CHECK_NONE),
    "xz with a delta filter": lzma.compress(TEXT, filters=DELTA),
    "lzma": lzma.compress(TEXT, format=lzma.FORMAT_ALONE),
    "lzma with other properties": lzma.compress(TEXT, format=lzma.FORMAT_ALONE, filters=LZMA1),
    "zstd": zstandard.compress(TEXT),
    "zstd without a size": streamed,
    "lz4": lz4.frame.compress(TEXT, content_checksum=False),
    "lz4 with linked blocks": linked,
}


def archive(method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as members:
        members.writestr(zipfile.ZipInfo("text"), TEXT, method)
    return file.getvalue()


ARCHIVES = {"bzip2": archive(zipfile.ZIP_BZIP2), "LZMA": archive(zipfile.ZIP_LZMA)}


def table(name, doc, samples):
    lines = [f"/** {doc} */", f"export const {name}: Readonly<Record<string, string>> = {{"]
    for key, data in samples.items():
        text = base64.b64encode(data).decode()
        lines += [f"  {key!r}:", f"    {text!r},"]
    return "\n".join([*lines, "};"])


print("// Written by scripts/samples/compressed.py.\n")
print(table("COMPRESSED", "400 lines and 3000 zeros in every compression, in base64.", SAMPLES))
print()
print(table("ZIPPED", "The same as the member of an archive.", ARCHIVES))

# What the 7z program writes, of a text and a pickle that would call os.system('id').
SYSTEM = b"\x80\x02cos\nsystem\nX\x02\0\0\0id\x85R."
WAYS = {
    "LZMA2, compressed header": [],
    "LZMA": ["-m0=LZMA"],
    "plain header": ["-mhc=off"],
    "Deflate": ["-m0=Deflate"],
    "bzip2": ["-m0=BZip2"],
    "stored": ["-m0=Copy"],
    "with a filter for programs": ["-m0=BCJ", "-m1=LZMA2"],
    "each member for itself": ["-ms=off"],
}


def seven_zip(options):
    with tempfile.TemporaryDirectory() as folder:
        jumps = b"".join(b"\xe8" + struct.pack("<I", n * 64) + b"\x90" * 5 for n in range(60))
        for name, data in {"a.txt": TEXT[:2000], "b.pkl": SYSTEM, "c.bin": jumps}.items():
            pathlib.Path(folder, name).write_bytes(data)
        subprocess.run(
            ["7z", "a", *options, "x.7z", "a.txt", "b.pkl", "c.bin"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        return pathlib.Path(folder, "x.7z").read_bytes()


print()
print(table("SEVEN_ZIPPED", "A text, a harmful pickle and jumps of a program.", {k: seven_zip(v) for k, v in WAYS.items()}))
