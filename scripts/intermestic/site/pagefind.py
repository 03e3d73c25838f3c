"""Indexes as Pagefind makes them, and whether one is whole."""

import gzip
import json
import os
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any

import cbor2
from pagefind.service import get_executable

ENTRY = "pagefind-entry.json"
# A part of the index is fetched for each word searched for: smaller parts, less to wait for.
_CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}
# Pagefind's own ways to show a search, for this site has its own; and languages that it knows not.
_UNUSED = ("-ui.css", "-ui.js", "-highlight.js", "unknown.pagefind")
_READ = 1_000_000  # bytes at once
# What each part of an index begins with, once it is decompressed.
_MAGIC = b"pagefind_dcd"

Json = dict[str, Any]


def index(config: Json, messages: Iterable[Json]) -> dict[str, bytes]:
    """Return the files of an index by name; `messages` tell Pagefind what to put in.

    Pagefind is asked for them, for files that it writes itself it may cut off; and not through its
    package for Python, which takes no answer of more than 2 MB. Raises OSError if it fails.
    """
    command = [str(get_executable()), "--service"]
    with Popen(command, env=os.environ | _CHUNK, stdin=PIPE, stdout=PIPE) as pagefind:
        number = _ask(pagefind, {"type": "NewIndex", "config": config})["index_id"]
        for message in messages:
            _ask(pagefind, {**message, "index_id": number})
        answer = _ask(pagefind, {"type": "GetFiles", "index_id": number})
    files = {file["path"]: b64decode(file["content"]) for file in answer["files"]}
    return _in_order({name: files[name] for name in files if not name.endswith(_UNUSED)})


def _ask(pagefind: Popen[bytes], payload: Json) -> Json:
    """Return what Pagefind answers. Raises OSError if that is an error, or it ends."""
    assert pagefind.stdin
    assert pagefind.stdout
    message = json.dumps({"message_id": 0, "payload": payload})
    pagefind.stdin.write(b64encode(message.encode()) + b",")
    pagefind.stdin.flush()
    said = bytearray()
    while not said.endswith(b","):
        part = os.read(pagefind.stdout.fileno(), _READ)
        if not part:
            raise OSError("Pagefind ended, expected an answer")
        said += part
    answer: Json = json.loads(b64decode(said[:-1]))["payload"]
    if answer["type"] == "Error":
        raise OSError(f"Pagefind: {answer['message']}")
    return answer


def _in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the index with its filters, and their values, in the order of their names.

    Pagefind leaves that order to chance. Each file is named by a hash of what is in it.
    """
    rest = dict(files)
    entry = json.loads(rest.pop(ENTRY))
    for code, language in entry["languages"].items():
        meta = _unpacked(rest.pop(f"pagefind.{language['hash']}.pf_meta"))
        filters = [_unpacked(rest.pop(f"filter/{hash}.pf_filter")) for _, hash in meta[3]]
        meta[3] = []
        for name, values in sorted(filters):
            hash, content = _packed(code, [name, sorted(values)])
            meta[3].append([name, hash])
            rest[f"filter/{hash}.pf_filter"] = content
        hash, content = _packed(code, meta)
        language["hash"] = hash
        rest[f"pagefind.{hash}.pf_meta"] = content
    return {**rest, ENTRY: json.dumps(entry).encode()}


def faults(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the index in `folder`, as `file: fault`, held against itself."""
    try:
        entry = json.loads((folder / ENTRY).read_bytes())
    except (OSError, ValueError):
        yield f"{ENTRY}: missing or cut off"
        return
    for language in entry["languages"].values():
        name = f"pagefind.{language['hash']}.pf_meta"
        names = [name, f"wasm.{language['wasm']}.pagefind"]
        if (meta := _whole(folder / name)) is not None:
            _, pages, chunks, filters, *_ = cbor2.loads(meta)
            names += [f"fragment/{hash}.pf_fragment" for hash, _ in pages]
            names += [f"index/{hash}.pf_index" for *_, hash in chunks]
            names += [f"filter/{hash}.pf_filter" for _, hash in filters]
            if len(pages) != language["page_count"]:
                yield f"{ENTRY}: {language['page_count']} pages, but {len(pages)} in {name}"
        for name in names:
            if _whole(folder / name) is None:
                yield f"{name}: missing or cut off"


def _whole(path: Path) -> bytes | None:
    """Return what is packed in a file of an index, or None if it is missing or cut off."""
    try:
        content = gzip.decompress(path.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None
    return content.removeprefix(_MAGIC) if content.startswith(_MAGIC) else None


def _unpacked(file: bytes) -> Any:
    return cbor2.loads(gzip.decompress(file).removeprefix(_MAGIC))


def _packed(language: str, value: object) -> tuple[str, bytes]:
    """Return a file that holds `value`, and its hash, by which it is named."""
    content = _MAGIC + cbor2.dumps(value)
    return f"{language}_{sha256(content).hexdigest()[:10]}", gzip.compress(content, mtime=0)
