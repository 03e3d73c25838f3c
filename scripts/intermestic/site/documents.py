"""What stands in docs/: the pages as Markdown, and the files that the site has as they are."""

import re
from pathlib import Path

from frontmatter import Post

_TITLE = re.compile(r"^# (.+?)(?: \{.*\})?$", re.MULTILINE)


def title(page: Post) -> str:
    """Return the title of a page, as its front matter or else its first heading says; or ""."""
    heading = _TITLE.search(page.content)
    return str(page.get("title") or (heading[1] if heading else ""))


def listed(docs: Path) -> tuple[list[str], list[str]]:
    """Return the paths of the pages in `docs`, and those of the other files, each in order."""
    files = sorted(path.relative_to(docs) for path in docs.rglob("*") if path.is_file())
    shown = [file for file in files if not any(part.startswith(".") for part in file.parts)]
    pages = [file.as_posix() for file in shown if file.suffix == ".md"]
    return pages, [file.as_posix() for file in shown if file.suffix != ".md"]
