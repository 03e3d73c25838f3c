"""Where everything stands on the site: the one place that makes page paths and anchors.

A path is that of a Markdown file below the docs folder, such as `actors/mexico.md`.
"""

from posixpath import dirname, join, relpath, split

from .fields import Citation

HOME = "index.md"

# The folder of the editions, and of the page about them.
EDITIONS = "editions"


def page(collection: str, id: str) -> str:
    """The page of a record."""
    return f"{collection}/{id}.md"


def statements(collection: str, id: str, source: str) -> str:
    """The page of what `source` says of a record of which too much is said for one page."""
    return f"{collection}/{id}/{source}.md"


def index(section: str) -> str:
    """The page on which a section begins: a collection's index, or an overview."""
    return page(section, "index")


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
    return f"{_folder(page)}/".removeprefix("./") + hash_sign + fragment


def relative(path: str, origin: str) -> str:
    """`path` as written in a Markdown link on the page `origin`."""
    return relpath(path, dirname(origin) or ".")


def url(path: str, origin: str) -> str:
    """`path` as the site has it, for a link in HTML on the page `origin`."""
    return relpath(_folder(path), _folder(origin)) + "/"


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
