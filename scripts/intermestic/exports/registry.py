"""All exports, in the order of the downloads page: the data, and by what programs find them."""

import json
import platform
import sqlite3
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from intermestic import addresses
from intermestic.content import Content
from intermestic.exports import (
    bibliography,
    calendar,
    database,
    discovery,
    feed,
    graph,
    kb_json,
    linked_data,
    sheets,
    tables,
)
from intermestic.exports.base import Export, Exported, File, Files
from intermestic.writing.kept import PACKAGE, Kept, hash_of

DATA = (
    Export("everything", kb_json.KB, kb_json.files),
    Export("sheets", addresses.sheet("recommendations"), sheets.files),
    Export("tables", tables.DESCRIPTOR, tables.files),
    Export("database", database.FILE, database.files),
    Export("bibliography", addresses.BIBLIOGRAPHY["bibtex"], bibliography.files),
    Export("linked-data", linked_data.JSON_LD, linked_data.files),
    Export("graph", graph.GRAPHML, graph.files),
    Export("calendar", calendar.FILE, calendar.files),
    Export("feed", feed.FILE, feed.files),
)
EXPORTS = (*DATA, Export("discovery", discovery.LLMS, partial(discovery.files, data=DATA)))
# Where they are kept from one build to the next, below the project's folder.
KEPT = Path(".cache/exports.sqlite")
_MADE_WITH = (
    "babel", "feedgenerator", "fluent-runtime", "icalendar", "networkx", "pybtex", "pydantic",
    "pyoxigraph", "rispy", "sqlite-utils",
)  # fmt: skip


def exports(content: Content) -> tuple[Exported, ...]:
    """Return every export with its files."""
    return tuple(Exported(export, export.files(content)) for export in EXPORTS)


def exports_changed(content: Content, root: Path) -> tuple[Exported, ...]:
    """Return the same as `exports`; what is kept in the project at `root` is not made again.

    Raises OSError if the file system refuses.
    """
    # All that is published, with the editions before it: the publication has their checksums.
    data = content.serialized.model_dump_json() + repr(content.publication)
    versions = (platform.python_version(), sqlite3.sqlite_version, *map(version, _MADE_WITH))
    made_by = (hash_of(PACKAGE), *versions, sha256(data.encode()).hexdigest())
    kept = Kept(root / KEPT, made_by)
    packed = (kept.recall([it.name], partial(_packed, it, content)) for it in EXPORTS)
    made = zip(EXPORTS, map(_unpacked, packed), strict=True)
    exported = tuple(Exported(export, files) for export, files in made)
    kept.remove_unused()
    return exported


def _packed(export: Export, content: Content) -> bytes:
    """Return a line of JSON about the files of an export, and their contents one after another."""
    files = export.files(content)
    about = [(it.path, it.media_type, it.count, it.unit, len(it.content)) for it in files]
    return json.dumps(about).encode() + b"\n" + b"".join(it.content for it in files)


def _unpacked(packed: bytes) -> Files:
    about, _, contents = packed.partition(b"\n")
    rest = BytesIO(contents)
    return tuple(
        File(path, rest.read(size), media_type, count, unit)
        for path, media_type, count, unit, size in json.loads(about)
    )


def by_path(made: Iterable[Exported]) -> dict[str, bytes]:
    """Return the files of the exports that were made, by their paths on the site."""
    return {file.path: file.content for exported in made for file in exported.files}
