"""Where everything stands on the site: the one place that makes page paths and anchors.

A path is that of a Markdown file below the docs folder, such as `actors/mexico.md`.
"""

from posixpath import dirname, relpath
from urllib.parse import quote

from intermestic.records.citations import Citation
from intermestic.records.dates import Years

HOME, ABOUT, PUBLISHING, CHANGELOG = "index.md", "about.md", "publishing.md", "changelog.md"
# The pages that are written by hand.
WRITTEN = (ABOUT, "trust.md", "guide.md", PUBLISHING, CHANGELOG)
DOWNLOADS = "downloads/index.md"
# The checksums of all files of the built site.
CHECKSUMS = "SHA256SUMS"
# What stands beside a page, in its folder on the site.
CARD = "card.png"
CITATIONS = {"bibtex": "cite.bib", "ris": "cite.ris", "csl-json": "cite.json"}
# The sources, in the same formats.
BIBLIOGRAPHY = {
    "bibtex": "data/bibliography.bib",
    "ris": "data/bibliography.ris",
    "csl-json": "data/bibliography.csl.json",
}
URL_CHARACTERS = ":/?#@!$&+,;=%~-._"

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


def edition_file(edition: str) -> str:
    """The file in which an edition is kept, on the site and below the docs folder."""
    return f"{EDITIONS}/{edition}/kb.json"


def edition_schema_file(edition: str) -> str:
    """The JSON Schema of that file, likewise."""
    return f"{EDITIONS}/{edition}/kb.schema.json"


def on_site(path: str) -> str:
    """`path`, with its fragment if any, as the site has it, from the site's own address."""
    page, hash_sign, fragment = path.partition("#")
    return folder(page) + hash_sign + fragment


def relative(path: str, origin: str) -> str:
    """`path` as written in a Markdown link on the page `origin`."""
    return relpath(path, dirname(origin) or ".")


def url(path: str, origin: str) -> str:
    """`path` as the site has it, for a link in HTML on the page `origin`."""
    return relpath(folder(path) or ".", folder(origin) or ".") + "/"


def folder(path: str) -> str:
    """The folder in which MkDocs puts the page: `actors/mexico/`; none for the home page."""
    return "" if path == HOME else path.removesuffix("/index.md").removesuffix(".md") + "/"


def asset_path(path: str, name: str) -> str:
    """Where the file `name` that belongs to the page stands on the site."""
    return folder(path) + name


def canonical(site: str, path: str) -> str:
    """The full address of the page, on the site whose address is `site`."""
    return site + folder(path)


def entity_iri(site: str, path: str) -> str:
    """The identifier, in linked data, of what the page is about."""
    return canonical(site, path) + "#this"


def dataset_iri(site: str) -> str:
    """The identifier, in linked data, of all the records as data."""
    return f"{site}#dataset"


def paragraph(site: str, source: str, number: int) -> str:
    """The full address of a paragraph, on its source's page."""
    return f"{canonical(site, page('sources', source))}#{paragraph_anchor(number)}"


def statement(site: str, source: str, id: str) -> str:
    """The full address of a statement, on its source's page: its permalink."""
    return f"{canonical(site, page('sources', source))}#{statement_anchor(id)}"


def quote_url(address: str) -> str:
    """An address on another site, with all that has no place in one percent-encoded."""
    return quote(address, safe=URL_CHARACTERS)


def paragraph_anchor(number: int) -> str:
    """The anchor of a paragraph on its source's page."""
    return f"p{number}"


def statement_anchor(id: str) -> str:
    """The anchor of a statement on its source's page."""
    return f"s-{id}"


def edition_anchor(number: str) -> str:
    """The anchor, on the page of the editions, of what changed in one."""
    return f"edition-{number.replace('.', '-')}"


def relations_anchor(name: str) -> str:
    """The anchor, on a record's page, of its relations of this name."""
    return "relations-" + name.replace("_", "-")


def source_anchor(id: str) -> str:
    """The anchor, on a record's page, of what the source `id` says of it."""
    return f"from-{id}"


def cited(citation: Citation) -> str:
    """Where a citation leads: its first paragraph, on the source's page."""
    anchor = paragraph_anchor(citation.paragraphs[0])
    return f"{page('sources', citation.source)}#{anchor}"


def years_anchor(years: Years) -> str:
    """The anchor, on the timeline, of the dates that lie in a year or in several."""
    first, last = years
    if first is None:
        return f"years-until-{last}"
    if last is None:
        return f"years-from-{first}"
    return f"years-{first}" if first == last else f"years-{first}-{last}"
