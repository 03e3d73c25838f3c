"""Stage 1, load: the files of the data folder, each to a tree of text; see `tree`."""

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from intermestic.problems import Place, Problem, quoted
from intermestic.reading.progress import Progress, no_progress
from intermestic.reading.yaml_tree import WHOLE_FILE, Fields, Items, YamlNode, parse
from intermestic.records.characters import look_alike
from intermestic.records.names import closest, expected_of_id, is_id, slug
from intermestic.records.walk import FieldPath

# More than four times the longest record there is.
MAX_BYTES = 500_000
# Stands beside the collections; see `publication`.
PUBLICATION = "publication.yml"


@dataclass(frozen=True, eq=False)
class RawRecord:
    """A file as loaded: what it should hold (`collection`), its id, and its tree.

    It equals another with the very same tree: one of equal text may stand in other lines.
    """

    collection: str
    id: str
    file: str
    tree: Fields

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RawRecord) and self.tree is other.tree

    def __hash__(self) -> int:
        return id(self.tree)

    def place(self, path: FieldPath, *, of_key: bool = False) -> Place:
        """Where the value (or, if asked, its key) at `path` stands, or its nearest ancestor."""
        node = self.node(path, of_key=of_key)
        return Place(self.file, node.line, node.column)

    def node(self, path: FieldPath, *, of_key: bool = False) -> YamlNode:
        """The value (or, if asked, its key) at `path`, or its nearest ancestor."""
        node: YamlNode = self.tree
        for step in path:
            if isinstance(node, Fields) and step in node:
                key = next(key for key in node if key == step)
                node = key if of_key and step is path[-1] else node[step]
            elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
        return node


@dataclass(frozen=True)
class Loaded:
    """What stands in the data folder.

    `collection_of` has every id, also of files that could not be read, so that links to
    them are not reported as well.
    """

    records: tuple[RawRecord, ...]
    collection_of: Mapping[str, str]
    problems: tuple[Problem, ...]


def load(root: Path, collections: Iterable[str], progress: Progress = no_progress) -> Loaded:
    """All records under `root`/data, one folder a collection, sorted by path."""
    collections = tuple(collections)
    problems = list(_check_folders(root, collections))
    records: list[RawRecord] = []
    collection_of: dict[str, str] = {}
    files = [(name, path) for name in collections for path in _files(root / "data" / name)]
    for collection, path in progress("Reading records", files):
        name = path.relative_to(root).as_posix()
        misnamed = list(_check_file_name(path, name))
        problems += misnamed
        if misnamed:
            continue
        if path.stem in collection_of:
            found = f"the id {quoted(path.stem)} again"
            expected = f"it once (also in {collection_of[path.stem]})"
            problems.append(Problem(Place(name), WHOLE_FILE, found, expected))
        collection_of.setdefault(path.stem, collection)
        tree, found = read(path, name)
        problems += found
        if tree is not None:
            records.append(RawRecord(collection, path.stem, name, tree))
    return Loaded(tuple(records), collection_of, tuple(problems))


def _files(folder: Path) -> list[Path]:
    """The files in `folder`, sorted, but not an editor's own."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if not p.name.startswith(".") and p.name[-1] != "~")


def _check_folders(root: Path, collections: tuple[str, ...]) -> Iterator[Problem]:
    data = root / "data"
    if not data.is_dir():
        yield Problem(Place("data"), WHOLE_FILE, "no such folder", "the folder of the records")
        return
    for path in sorted(data.iterdir()):
        if path.name.startswith(".") or path.name == PUBLICATION:
            continue
        name = path.relative_to(root).as_posix()
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
    """The tree of one file, or None and the problems that make it unreadable.

    `name` is how problems call the file.
    """
    text, problems = read_text(path, name)
    return (None, problems) if text is None else parse(text, name)


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """The text of one file without its byte-order mark, or None and why it can't be read."""
    try:
        found = path.lstat()  # not of what a link leads to
        if not stat.S_ISREG(found.st_mode):
            return None, [Problem(Place(name), WHOLE_FILE, "not an ordinary file", "a record")]
        if found.st_size > MAX_BYTES:
            expected = f"at most {MAX_BYTES:,}"
            return None, [Problem(Place(name), WHOLE_FILE, f"{found.st_size:,} bytes", expected)]
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(Place(name), WHOLE_FILE, str(error.strerror), "a readable file")]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = error.start - before.rfind(b"\n")
        place = Place(name, before.count(b"\n") + 1, column)
        found = f"byte 0x{content[error.start]:02x}"
        return None, [Problem(place, WHOLE_FILE, found, "text in UTF-8")]
