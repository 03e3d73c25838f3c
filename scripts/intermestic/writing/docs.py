"""Stage 5, sync: write the generated files to docs/. No other stage changes anything.

Each section of generated files has a manifest, `docs/.generated/<section>.sha256`, in the format
of sha256sum. A file is generated only if the manifest has its path and the hash of its content:
a file that a person wrote or edited is neither overwritten nor removed.

All content is first written aside; then a manifest with the old hashes and the new; then each
file is moved to its place whole; then the manifest with the new hashes alone. So a build killed
at any moment leaves only whole files that the manifest knows, and a full disk is noticed before
any of them has changed.
"""

import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from intermestic.problems import Place, Problem
from intermestic.writing.files import naming

# Begins with a dot, so that MkDocs leaves it out of the site.
STATE = ".generated"
PATIENCE = 60  # seconds for which one build waits for another
_PATH = re.compile(r"(?:\w[\w.-]*/)*\w[\w.-]*", re.ASCII)
_LINE = re.compile(r"([0-9a-f]{64})  (.+)\n")

Hashes = Mapping[str, set[str]]


@dataclass(frozen=True)
class Changes:
    """The paths below docs/ that were written and removed, or the reasons why none were."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.written + other.written,
            self.removed + other.removed,
            self.refused + other.refused,
        )


def sync(docs: Path, files: Mapping[str, bytes], section: str) -> Changes:
    """Make the files of `section` below `docs` equal to `files`, path to content.

    Write only what differs and remove what is no longer among `files`. Change nothing if that
    would touch a file that a person wrote, lead out of `docs` or through a link, or if another
    build does not end in time. Raises OSError if the file system refuses.
    """
    refused = (*_out_of_bounds(docs, files), *_not_ordinary(docs), *_blocked(docs, files))
    return _locked(docs, section, lambda it: it.become(files), refused)


def _locked(
    docs: Path, section: str, change: Callable[["_Section"], Changes], refused: tuple[Problem, ...]
) -> Changes:
    """Make a `change` of a section, unless it is `refused` or another build does not end."""
    if refused:
        return Changes(refused=refused)
    (docs / STATE).mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(docs / STATE / "lock", timeout=PATIENCE):
            return change(_Section(docs, section))
    except Timeout:
        found = f"another build at work for {PATIENCE} seconds"
        return Changes(refused=(_problem(docs, STATE, found, "one build at a time"),))


def sync_one(docs: Path, path: str, content: bytes, section: str) -> Changes:
    """Make the file `path` of `section` below `docs` equal to `content`, as `sync` does.

    The other files of the section stay as they are.
    """
    above = [docs / folder for folder in PurePosixPath(path).parents]
    links = (_not_ordinary_at(docs, it) for it in (*above, docs / path) if it.is_symlink())
    refused = (*_out_of_bounds(docs, [path]), *links, *_blocked(docs, [path]))
    return _locked(docs, section, lambda it: it.have(path, content), refused)


def generated(docs: Path) -> set[str]:
    """Return the paths below `docs` of all files that a build wrote."""
    return {path for file in (docs / STATE).glob("*.sha256") for path in _read(file)}


def _out_of_bounds(docs: Path, files: Iterable[str]) -> Iterator[Problem]:
    lower: set[str] = set()
    for path in files:
        if not _PATH.fullmatch(path):
            yield _problem(docs, path, "a path that could lead elsewhere", "plain names and /")
        elif path.lower() in lower:
            yield _problem(docs, path, "a path again, but for its case", "it once")
        lower.add(path.lower())


def _not_ordinary(docs: Path) -> Iterator[Problem]:
    """Yield a problem for each link or device, which MkDocs would follow or wait for."""
    for folder, folders, names in os.walk(docs):
        for path in (Path(folder, name) for name in sorted((*folders, *names))):
            if path.is_symlink() or not (path.is_dir() or path.is_file()):
                yield _not_ordinary_at(docs, path)


def _not_ordinary_at(docs: Path, path: Path) -> Problem:
    name = path.relative_to(docs).as_posix()
    return _problem(docs, name, "not an ordinary file", "a file or folder of its own")


def _blocked(docs: Path, files: Collection[str]) -> Iterator[Problem]:
    for folder in sorted({folder for path in files for folder in PurePosixPath(path).parents}):
        if (docs / folder).is_file():
            yield _problem(docs, str(folder), "a file", "a folder for generated files")
    for path in files:
        if (docs / path).is_dir():
            yield _problem(docs, path, "a folder", "no folder in the place of a generated file")


class _Section:
    """A section of the generated files below `docs`, and its manifest."""

    def __init__(self, docs: Path, name: str) -> None:
        self.docs = docs
        self.manifest = docs / STATE / f"{name}.sha256"
        self.aside = docs / STATE / "new"
        self.owned = _read(self.manifest)

    def become(self, files: Mapping[str, bytes]) -> Changes:
        """Make the section equal to `files`, unless a person's file is in the way."""
        wanted = {path: {sha256(content).hexdigest()} for path, content in files.items()}
        return self._change(files, wanted, {**wanted, **self.owned})

    def have(self, path: str, content: bytes) -> Changes:
        """Give one file of the section its content, unless a person's file is in the way."""
        wanted = {**self.owned, path: {sha256(content).hexdigest()}}
        return self._change({path: content}, wanted, [path])

    def _change(
        self, files: Mapping[str, bytes], wanted: Hashes, concerned: Iterable[str]
    ) -> Changes:
        """Make the section what is `wanted`; only the files `concerned` can differ from that."""
        if self.aside.exists():
            shutil.rmtree(self.aside)  # of a build that was killed
        present = {path: _present(self.docs / path) for path in concerned}
        if refused := tuple(self._refused(wanted, present)):
            return Changes(refused=refused)
        changed = [path for path in files if present[path] not in wanted[path]]
        stale = sorted(self.owned.keys() - wanted.keys())
        if changed or self.owned != wanted:
            self._replace(files, changed, stale, wanted)
        return Changes(tuple(changed), tuple(path for path in stale if present[path]))

    def _refused(self, wanted: Hashes, present: Mapping[str, str]) -> Iterator[Problem]:
        for path, hash in present.items():
            ours = self.owned.get(path, set())
            if not hash or hash in ours or hash in wanted.get(path, set()):
                continue
            if ours:
                expected = "the file as it was written; put into the records what it should say"
                yield _problem(self.docs, path, "changed by hand", f"{expected}, and delete it")
            else:
                expected = "no file in the place of a generated one; move or delete it"
                yield _problem(self.docs, path, "a file that the build did not write", expected)

    def _replace(
        self, files: Mapping[str, bytes], changed: list[str], stale: list[str], wanted: Hashes
    ) -> None:
        self.aside.mkdir()
        for number, path in enumerate(changed):
            with naming(self.docs / path):
                (self.aside / str(number)).write_bytes(files[path])
        _write(self.aside / "before", self.owned, wanted)
        _write(self.aside / "after", wanted)
        (self.aside / "before").replace(self.manifest)
        for number, path in enumerate(changed):
            (self.docs / path).parent.mkdir(parents=True, exist_ok=True)
            (self.aside / str(number)).replace(self.docs / path)
        for path in stale:
            self._remove(self.docs / path)
        (self.aside / "after").replace(self.manifest)
        self.aside.rmdir()

    def _remove(self, path: Path) -> None:
        """Remove a generated file, and the folders that it leaves empty."""
        if path.is_file():
            path.unlink()
        for folder in path.parents:
            if folder == self.docs or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()


def _present(path: Path) -> str:
    """Return the hash of the file at `path`, or nothing if there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _read(manifest: Path) -> Hashes:
    hashes: dict[str, set[str]] = defaultdict(set)
    lines = manifest.read_text(encoding="utf-8", errors="replace") if manifest.exists() else ""
    for hash, path in _LINE.findall(lines):
        if _PATH.fullmatch(path):  # a manifest in a pull request could name any
            hashes[path].add(hash)
    return dict(hashes)


def _write(manifest: Path, *sections: Hashes) -> None:
    lines = {
        f"{hash}  {path}\n"
        for section in sections
        for path, hashes in section.items()
        for hash in hashes
    }
    text = "".join(sorted(lines, key=lambda line: (line[66:], line)))
    with naming(manifest):
        manifest.write_text(text, encoding="utf-8")


def _problem(docs: Path, path: str, found: str, expected: str) -> Problem:
    return Problem(Place(f"{docs.name}/{path}"), "(file)", found, expected)
