"""Stage 1, load: read each file of the data folder as a tree of text (see `yaml_tree`)."""

import stat
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from intermestic.problems import WHOLE_FILE, Place, Problem, quoted
from intermestic.reading.groups import ungrouped
from intermestic.reading.yaml_tree import Fields, Items, YamlNode, parse
from intermestic.records.characters import look_alike
from intermestic.records.names import closest, expected_of_id, is_id, slug
from intermestic.records.publication import FILE
from intermestic.records.walk import FieldPath, dotted

# More than four times the longest record so far.
MAX_BYTES = 500_000
K = TypeVar("K")
V = TypeVar("V")
# A function that is given a name for the work and its pieces, and yields the pieces in turn.
Progress = Callable[[str, Sequence[Any]], Iterable[Any]]


def no_progress(work: str, pieces: Sequence[Any]) -> Iterable[Any]:
    """Return the pieces of the work; show nothing."""
    return pieces


class LatestResults(Generic[K, V]):
    """The latest result of some work for each file, used again while its input is the same."""

    def __init__(self) -> None:
        self._results: dict[str, tuple[K, V]] = {}

    def get(self, file: str, given: K, work: Callable[[], V]) -> V:
        """Return the result kept for `file` if it was made from what is `given`, else `work()`."""
        kept = self._results.get(file)
        if kept is None or kept[0] != given:
            kept = self._results[file] = (given, work())
        return kept[1]


@dataclass(frozen=True, eq=False)
class RawRecord:
    """A file as loaded: its tree, its id, and the collection whose model it should fit.

    It equals only itself: the values of another with equal text may stand in other lines.
    """

    collection: str
    id: str
    file: str
    tree: Fields

    def place(self, path: FieldPath, *, of_key: bool = False) -> Place:
        """Return the place of the value at `path` (or of its key), or of its nearest ancestor."""
        node = self.node(path)
        if of_key and isinstance(parent := self.node(path[:-1]), Fields):
            node = next((key for key in parent.scalar_keys if key == path[-1]), node)
        return Place(self.file, node.line, node.column)

    def problem(self, path: FieldPath, found: str, expected: str, suggestion: str = "") -> Problem:
        """Return a problem with the value at `path`."""
        field = dotted(path) or WHOLE_FILE
        return Problem(self.place(path), field, found, expected, suggestion)

    def node(self, path: FieldPath) -> YamlNode:
        """Return the value at `path`, or its nearest ancestor."""
        node: YamlNode = self.tree
        for step in path:
            if isinstance(node, Fields) and step in node:
                node = node[str(step)]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
        return node


@dataclass(frozen=True)
class Loaded:
    """The records of the data folder, and the problems of the files that could not be read.

    `collection_of` has every id, also of those files, so that links to them are not reported
    as well.
    """

    records: tuple[RawRecord, ...]
    collection_of: Mapping[str, str]
    problems: tuple[Problem, ...]


# A file read before: its text, and what came of it.
LoadedFiles = LatestResults[str, tuple[RawRecord | None, list[Problem]]]


def load(
    root: Path,
    collections: Collection[str],
    progress: Progress = no_progress,
    cache: LoadedFiles | None = None,
) -> Loaded:
    """Return all records under `root`/data, one folder a collection, sorted by path.

    Files with the same text as in the `cache` are not parsed again.
    """
    cache = cache or LatestResults()
    problems = list(_check_folders(root, collections))
    records: list[RawRecord] = []
    collection_of: dict[str, str] = {}
    files: list[tuple[str, Path]] = []
    for name in collections:
        listed, unreadable = _files(root / "data" / name, f"data/{name}")
        files += ((name, path) for path in listed)
        problems += unreadable
    for collection, path in progress("Reading records", files):
        name = f"data/{collection}/{path.name}"
        if misnamed := list(_check_file_name(path, name)):
            problems += misnamed
            continue
        if path.stem in collection_of:
            expected = f"it once (also in {collection_of[path.stem]})"
            again = f"the id {quoted(path.stem)} again"
            problems.append(Problem(Place(name), WHOLE_FILE, again, expected))
        collection_of.setdefault(path.stem, collection)
        record, unreadable = _load_file(path, collection, name, cache)
        problems += unreadable
        if record is not None:
            records.append(record)
    return Loaded(tuple(records), collection_of, tuple(problems))


def _load_file(
    path: Path, collection: str, name: str, cache: LoadedFiles
) -> tuple[RawRecord | None, list[Problem]]:
    """Return the record in one file, or None and the problems that make it unreadable."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems

    def parsed() -> tuple[RawRecord | None, list[Problem]]:
        tree, problems = tree_of(text, collection, name)
        return (None if tree is None else RawRecord(collection, path.stem, name, tree)), problems

    return cache.get(name, text, parsed)


def tree_of(text: str, collection: str, name: str) -> tuple[Fields | None, list[Problem]]:
    """Return the tree of a record in `collection`, its statements ungrouped, or None and problems.

    Problems call the file `name`.
    """
    tree, problems = parse(text, name)
    if tree is not None and collection == "sources":
        tree, problems = ungrouped(tree, name)
    return (None if problems else tree), problems


def _files(folder: Path, name: str) -> tuple[list[Path], list[Problem]]:
    """Return the files in `folder`, sorted, without those that editors of text leave there."""
    if folder.is_symlink() or not folder.is_dir():
        return [], []
    paths, problems = _contents(folder, name)
    return [p for p in paths if not p.name.startswith(".") and p.name[-1] != "~"], problems


def _contents(folder: Path, name: str) -> tuple[list[Path], list[Problem]]:
    """Return what is in `folder`, sorted, or nothing and why it can't be read."""
    try:
        return sorted(folder.iterdir(), key=lambda path: path.name), []
    except OSError as error:
        found = error.strerror or str(error)
        return [], [Problem(Place(name), WHOLE_FILE, found, "a readable folder")]


def _check_folders(root: Path, collections: Collection[str]) -> Iterator[Problem]:
    data = root / "data"
    if not data.is_dir():
        yield Problem(Place("data"), WHOLE_FILE, "no such folder", "the folder of the records")
        return
    paths, unreadable = _contents(data, "data")
    yield from unreadable
    for path in paths:
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or name == FILE:
            continue
        if path.name not in collections:
            hint = closest(path.name, collections)
            expected = "one of the folders " + ", ".join(collections)
            yield Problem(Place(name), WHOLE_FILE, "not a collection", expected, hint)
        elif path.is_symlink() or not path.is_dir():
            yield Problem(Place(name), WHOLE_FILE, "not a folder", "a folder of records")


def _check_file_name(path: Path, name: str) -> Iterator[Problem]:
    if path.suffix != ".yml":
        yield Problem(Place(name), WHOLE_FILE, "not a record", "a file named <id>.yml")
    elif expected := expected_of_id(path.stem):
        letter = look_alike(path.stem)
        found = f"the id {quoted(path.stem)}" + (f" with a {letter}" if letter else "")
        hint = slug(path.stem)
        hint = hint if is_id(hint) and not letter else ""
        yield Problem(Place(name), WHOLE_FILE, found, expected, hint)


def read(path: Path, name: str) -> tuple[Fields | None, list[Problem]]:
    """Return the tree of one file, or None and the problems that make it unreadable.

    Problems call the file `name`.
    """
    text, problems = read_text(path, name)
    return (None, problems) if text is None else parse(text, name)


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file without its byte-order mark, or None and why it is unreadable."""
    try:
        status = path.lstat()  # not of what a link leads to
        if not stat.S_ISREG(status.st_mode):
            return None, [Problem(Place(name), WHOLE_FILE, "not an ordinary file", "a record")]
        if status.st_size > MAX_BYTES:
            found = f"{status.st_size:,} bytes"
            return None, [Problem(Place(name), WHOLE_FILE, found, f"at most {MAX_BYTES:,}")]
        content = path.read_bytes()
    except OSError as error:
        return None, [
            Problem(Place(name), WHOLE_FILE, error.strerror or str(error), "a readable file")
        ]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - before.rfind(b"\n")
        place = Place(name, before.count(b"\n") + 1, column)
        found = f"byte 0x{content[error.start]:02x}"
        return None, [Problem(place, WHOLE_FILE, found, "text in UTF-8")]
