"""Where everything stands on the site: the one place that makes page paths and anchors.

Every generated page lies one folder deep, so a path from any of them starts with `../`.
"""

from .fields import Citation

HOME, ABOUT, CHANGELOG = "index.md", "about.md", "changelog.md"
# The pages that are written by hand.
WRITTEN = (HOME, ABOUT, CHANGELOG)
DOWNLOADS = "downloads/index.md"


def page(collection: str, id: str) -> str:
    """The file of a record's page, below the docs folder."""
    return f"{collection}/{id}.md"


def index(collection: str) -> str:
    """The file of a collection's index, below the docs folder."""
    return page(collection, "index")


def on_site(path: str) -> str:
    """Where the site has a page, below its root: `actors/x.md` as `actors/x/`."""
    name, hash_sign, anchor = path.partition("#")
    folder = "" if name == HOME else name.removesuffix(".md").removesuffix("/index") + "/"
    return folder + hash_sign + anchor


def url(path: str) -> str:
    """`path` as the site has it, from an overview, for links that MkDocs does not see."""
    return relative(on_site(path))


def beside(id: str) -> str:
    """A record's page as the site has it, from another record's of the same collection."""
    return f"../{id}/"


def relative(path: str) -> str:
    """`path` as written in a link on any generated page."""
    return f"../{path}"


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


def paragraph(source: str, number: int) -> str:
    """A paragraph, on its source's page."""
    return f"{page('sources', source)}#{paragraph_anchor(number)}"


def statement(source: str, id: str) -> str:
    """A statement, on its source's page."""
    return f"{page('sources', source)}#{statement_anchor(id)}"


def cited(citation: Citation) -> str:
    """Where a citation leads: its first paragraph, on the source's page."""
    return paragraph(citation.source, citation.paragraphs[0])
