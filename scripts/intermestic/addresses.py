"""Where everything stands on the site: the one place that makes page paths and anchors.

A path is that of a Markdown file below the docs folder, such as `actors/mexico.md`.
"""

from posixpath import dirname, join, relpath, split

HOME, ABOUT, CHANGELOG = "index.md", "about.md", "changelog.md"
# The pages that are written by hand.
WRITTEN = (ABOUT, CHANGELOG)
DOWNLOADS = "downloads/index.md"


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


def canonical(site: str, path: str) -> str:
    """The full address of the page `path` on the site whose address is `site`."""
    return f"{site}{_folder(path)}/".removesuffix("./")


def thing(site: str, path: str) -> str:
    """The identifier, in linked data, of what the page `path` is about."""
    return canonical(site, path) + "#this"


def dataset(site: str) -> str:
    """The identifier, in linked data, of all the records as data."""
    return f"{site}#dataset"


def paragraph(site: str, source: str, number: int) -> str:
    """The full address of a paragraph, on its source's page."""
    return f"{canonical(site, page('sources', source))}#{paragraph_anchor(number)}"


def statement(site: str, source: str, id: str) -> str:
    """The full address of a statement, on its source's page: its permalink."""
    return f"{canonical(site, page('sources', source))}#{statement_anchor(id)}"


def _folder(path: str) -> str:
    """The folder in which MkDocs puts the page of a Markdown file."""
    folder, name = split(path.removesuffix(".md"))
    return (folder if name == "index" else join(folder, name)) or "."


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
