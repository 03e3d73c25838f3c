"""What stands in docs/: the pages as Markdown, and the files that the site has as they are."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import frontmatter

_TITLE = re.compile(r"^# (.+?)(?: \{.*\})?$", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A page as it is written: its front matter and its Markdown."""

    meta: Mapping[str, object]
    markdown: str

    @property
    def title(self) -> str:
        """Its title, as its front matter or else its first heading says; "" if neither does."""
        heading = _TITLE.search(self.markdown)
        return str(self.meta.get("title") or (heading[1] if heading else ""))


def read(file: Path) -> Document:
    """Return the page in `file`."""
    page = frontmatter.load(str(file))
    return Document(page.metadata, page.content)


def listed(docs: Path) -> tuple[list[str], list[str]]:
    """Return the paths of the pages in `docs`, and those of the other files, each in order."""
    files = sorted(path.relative_to(docs) for path in docs.rglob("*") if path.is_file())
    shown = [file for file in files if not any(part.startswith(".") for part in file.parts)]
    pages = [file.as_posix() for file in shown if file.suffix == ".md"]
    return pages, [file.as_posix() for file in shown if file.suffix != ".md"]
