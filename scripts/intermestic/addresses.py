"""Where everything stands on the site: the one place that makes page paths and anchors.

Every generated page lies one folder deep, so a path from any of them starts with `../`.
"""

from .fields import Citation

# The folder of the editions, and of the page about them.
EDITIONS = "editions"


def page(collection: str, id: str) -> str:
    """The file of a record's page, below the docs folder."""
    return f"{collection}/{id}.md"


def index(collection: str) -> str:
    """The file of a collection's index, below the docs folder."""
    return page(collection, "index")


def data(collection: str, id: str) -> str:
    """The file of a record's data on the site, beside its page."""
    return f"{collection}/{id}.json"


def kept(edition: str) -> str:
    """The file in which an edition is kept, on the site and below the docs folder."""
    return f"{EDITIONS}/{edition}/kb.json"


def kept_schema(edition: str) -> str:
    """The JSON Schema of that file, likewise."""
    return f"{EDITIONS}/{edition}/kb.schema.json"


def on_site(path: str) -> str:
    """`path`, with its fragment if any, as the site has it, from the site's own address."""
    page, hash_sign, fragment = path.partition("#")
    return f"{page.removesuffix('/index.md').removesuffix('.md')}/{hash_sign}{fragment}"


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


def edition_anchor(number: str) -> str:
    """The anchor, on the page of the editions, of what changed in one."""
    return f"edition-{number.replace('.', '-')}"


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
