"""Writing of files, so that nobody reads one that is half written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Write `content` to the file at `path`, whole or not at all; make its folder.

    Raises OSError if the file system refuses.
    """
    _written_aside(path, content).replace(path)


def fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files`, name to content, into a `folder` that nobody reads yet; make their folders.

    Nothing is written aside, which would cost as much again. Raises OSError if the file system
    refuses.
    """
    for above in {(folder / name).parent for name in files}:
        above.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        with naming(folder / name):
            (folder / name).write_bytes(content)


def write_changed(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write those of `files`, name to text, that differ in `folder`; return their names.

    Raises OSError if the file system refuses.
    """
    changed = [
        name
        for name, text in files.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != text.encode()
    ]
    for name in changed:
        write(folder / name, files[name].encode())
    return tuple(changed)


def write_all(changes: Mapping[Path, bytes | None]) -> None:
    """Give each file its new content, or remove it if that is None: all of them or none.

    All content is written aside before any of it is put in place; if the file system then refuses,
    what was put in place is taken back. Raises OSError.
    """
    before = {path: path.read_bytes() if path.exists() else None for path in changes}
    aside: dict[Path, Path] = {}
    try:
        for path, content in changes.items():
            if content is not None:
                aside[path] = _written_aside(path, content)
    except OSError:
        for path in aside.values():
            path.unlink(missing_ok=True)
        raise
    done: list[Path] = []
    try:
        for path in changes:
            done.append(path)
            _put(path, aside.get(path))
    except OSError:
        for path in done:
            content = before[path]
            _put(path, None if content is None else _written_aside(path, content))
        for path in aside.values():
            path.unlink(missing_ok=True)
        raise


def _put(path: Path, aside: Path | None) -> None:
    """Move the file `aside` to `path`, or remove what is there if there is none."""
    if aside:
        aside.replace(path)
    else:
        path.unlink(missing_ok=True)


def _written_aside(path: Path, content: bytes) -> Path:
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.new")
        aside.write_bytes(content)
    return aside


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Give an OSError that names no file, as that of a full disk does, the name of `path`."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise
