"""Stage 5, publish: pages to files under docs/. The only stage that changes anything.

A page of ours is known by `generated_from` in its front matter; no other file is touched.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .files import write
from .problems import Place, Problem

_OURS = re.compile(rb"\A---\n(?:(?!---\n).*\n)*?generated_from: ")


@dataclass(frozen=True)
class Changes:
    """The paths below docs/ that were written and removed, or why none were."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    refused: tuple[Problem, ...] = ()


def is_generated(content: bytes) -> bool:
    """Whether a file with this content was written by the build."""
    return _OURS.match(content) is not None


def publish(docs: Path, files: Mapping[str, str | bytes]) -> Changes:
    """Makes the generated files below `docs` equal to `files`, path to content.

    Writes only what differs, each file whole or not at all, and removes generated files
    that are no longer among `files`. If a page would take the place of a file that was not
    generated, nothing is changed. Raises OSError if the file system refuses.
    """
    wanted = {
        docs / name: content if isinstance(content, bytes) else content.encode()
        for name, content in files.items()
    }
    found = {*docs.rglob("*.md"), *(path for path in wanted if path.is_file())}
    present = {path: path.read_bytes() for path in sorted(found)}
    refused = tuple(
        Problem(
            Place(f"{docs.name}/{path.relative_to(docs).as_posix()}"),
            "(file)",
            "a file that the build did not write",
            "no file in the place of a page; move or rename it",
        )
        for path in wanted
        if path.suffix == ".md" and path in present and not is_generated(present[path])
    )
    if refused:
        return Changes(refused=refused)
    changed = [path for path, content in wanted.items() if present.get(path) != content]
    stale = [path for path, old in present.items() if path not in wanted and is_generated(old)]
    for path in changed:
        write(path, wanted[path])
    for path in stale:
        path.unlink()
    return Changes(_names(changed, docs), _names(stale, docs))


def _names(paths: list[Path], docs: Path) -> tuple[str, ...]:
    return tuple(path.relative_to(docs).as_posix() for path in paths)
