"""Writing files so that none is ever half written."""

from collections.abc import Mapping
from pathlib import Path


def write(path: Path, content: bytes) -> None:
    """Puts `content` into the file at `path`, whole or not at all; makes its folder.

    Raises OSError if the file system refuses.
    """
    _written_aside(path, content).replace(path)


def write_changed(folder: Path, files: Mapping[str, str]) -> tuple[str, ...]:
    """Writes those of `files`, name to text, that differ in `folder`; returns their names.

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
    """Gives each file its new content, or removes it for None: all of them or, on failure, none.

    Everything is written aside before anything is put in place, and what was put in place is
    taken back if the file system then refuses. Raises its OSError.
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
    """Puts the file `aside` at `path`, or nothing."""
    if aside:
        aside.replace(path)
    else:
        path.unlink(missing_ok=True)


def _written_aside(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.new")
    aside.write_bytes(content)
    return aside
