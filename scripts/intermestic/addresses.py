"""Where everything stands on the site: the one place that makes page paths and anchors.

Every generated page lies one folder deep, so a path from any of them starts with `../`.
"""

from urllib.parse import quote

from .fields import Citation

URL_CHARACTERS = ":/?#@!$&+,;=%~-._"
HOME = "index.md"
# What stands beside a page, in its folder on the site.
CARD = "card.png"
CITATIONS = {"bibtex": "cite.bib", "ris": "cite.ris", "csl-json": "cite.json"}
# The sources, in the same formats.
BIBLIOGRAPHY = {
    "bibtex": "data/bibliography.bib",
    "ris": "data/bibliography.ris",
    "csl-json": "data/bibliography.csl.json",
}


def page(collection: str, id: str) -> str:
    """The file of a record's page, below the docs folder."""
    return f"{collection}/{id}.md"


def index(collection: str) -> str:
    """The file of a collection's index, below the docs folder."""
    return page(collection, "index")


def folder(path: str) -> str:
    """The folder that the page at `path` has on the site: `actors/mexico/`; none for the home."""
    return "" if path == HOME else path.removesuffix("/index.md").removesuffix(".md") + "/"


def beside_page(path: str, name: str) -> str:
    """Where the file `name` that belongs to the page at `path` stands on the site."""
    return folder(path) + name


def canonical(site: str, path: str) -> str:
    """The full address of the page at `path` on the site whose address is `site`."""
    return site + folder(path)


def thing(site: str, path: str) -> str:
    """The identifier, in linked data, of what the page at `path` is about."""
    return canonical(site, path) + "#this"


def dataset(site: str) -> str:
    """The identifier, in linked data, of all the records as data."""
    return f"{site}#dataset"


def statement(site: str, source: str, id: str) -> str:
    """The full address of a statement: its permalink."""
    return f"{canonical(site, page('sources', source))}#{statement_anchor(id)}"


def outside(address: str) -> str:
    """An address on another site, with all that has no place in one percent-encoded."""
    return quote(address, safe=URL_CHARACTERS)


def url(path: str) -> str:
    """`path` as the site has it, from an overview, for links that MkDocs does not see."""
    return relative(folder(path))


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


def cited(citation: Citation) -> str:
    """Where a citation leads: its first paragraph, on the source's page."""
    anchor = paragraph_anchor(citation.paragraphs[0])
    return f"{page('sources', citation.source)}#{anchor}"
