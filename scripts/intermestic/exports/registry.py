"""All exports, in the order of the downloads page: the data, and by what programs find them."""

import json
import platform
import sqlite3
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
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
from intermestic.exports.base import Export, Exported, File, Files, ListedFile
from intermestic.writing.kept import CACHE, PACKAGE, Kept, hash_of

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
KEPT = CACHE / "exports.sqlite"
_MADE_WITH = (
    "babel", "feedgenerator", "fluent-runtime", "icalendar", "networkx", "pybtex", "pydantic",
    "pyoxigraph", "rispy", "sqlite-utils",
)  # fmt: skip


def exports(content: Content, take: Callable[[File], object]) -> tuple[Exported, ...]:
    """Return every export; let `take` have each file as soon as it is made."""
    return tuple(Exported(it, _listed(it.files(content), take)) for it in EXPORTS)


def exports_changed(
    content: Content, root: Path, take: Callable[[File], object]
) -> tuple[Exported, ...]:
    """Return the same as `exports`; what is kept in the project at `root` is not made again.

    Raises OSError if the file system refuses.
    """
    # All that is published, with the editions before it: the publication has their checksums.
    data = content.serialized.model_dump_json() + repr(content.publication)
    versions = (platform.python_version(), sqlite3.sqlite_version, *map(version, _MADE_WITH))
    made_by = (hash_of(PACKAGE), *versions, sha256(data.encode()).hexdigest())
    kept = Kept(root / KEPT, made_by)

    def files(export: Export) -> Files:
        about = kept.find([export.name])
        if about is None:
            yield from _kept_as_made(export, content, kept)
            return
        for number, (path, media_type, count, unit) in enumerate(json.loads(about)):
            found = kept.find([export.name, str(number)])
            if found is None:  # another build has removed it meanwhile
                yield from islice(_kept_as_made(export, content, kept), number, None)
                return
            yield File(path, found, media_type, count, unit)

    exported = tuple(Exported(it, _listed(files(it), take)) for it in EXPORTS)
    kept.remove_unused()
    return exported


def _listed(files: Files, take: Callable[[File], object]) -> tuple[ListedFile, ...]:
    def listed(file: File) -> ListedFile:
        take(file)
        return file.listed

    return tuple(map(listed, files))


def _kept_as_made(export: Export, content: Content, kept: Kept) -> Files:
    """Yield the files of an export, and keep each; last of all what is said about them."""
    about = []
    for number, file in enumerate(export.files(content)):
        kept.keep([export.name, str(number)], file.content)
        about.append((file.path, file.media_type, file.count, file.unit))
        yield file
    kept.keep([export.name], json.dumps(about).encode())
