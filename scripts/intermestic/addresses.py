"""Where everything stands on the site: the one place that makes page paths and anchors.

A path is that of a Markdown file below the docs folder, such as `actors/mexico.md`.
"""

from posixpath import dirname, relpath

HOME = "index.md"


def page(collection: str, id: str) -> str:
    """The page of a record."""
    return f"{collection}/{id}.md"


def statements(collection: str, id: str, source: str) -> str:
    """The page of what `source` says of a record of which too much is said for one page."""
    return f"{collection}/{id}/{source}.md"


def index(section: str) -> str:
    """The page on which a section begins: a collection's index, or an overview."""
    return page(section, "index")


def relative(path: str, origin: str) -> str:
    """`path` as written in a Markdown link on the page `origin`."""
    return relpath(path, dirname(origin) or ".")


def url(path: str, origin: str) -> str:
    """`path` as the site has it, for a link in HTML on the page `origin`."""
    return relpath(_folder(path), _folder(origin)) + "/"


def _folder(path: str) -> str:
    """The folder in which MkDocs puts the page of a Markdown file."""
    return path.removesuffix(".md").removesuffix("index") or "."


def paragraph_anchor(number: int) -> str:
    """The anchor of a paragraph on its source's page."""
    return f"p{number}"


def statement_anchor(id: str) -> str:
    """The anchor of a statement on its source's page."""
    return f"s-{id}"


def ties_anchor(heading: str) -> str:
    """The anchor of the relations under `heading` on a record's page."""
    return "ties-" + "-".join(heading.lower().split())


def source_anchor(id: str) -> str:
    """The anchor, on a record's page, of what the source `id` says of it."""
    return f"from-{id}"
