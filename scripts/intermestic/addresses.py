"""Paths, addresses and anchors of the site, which are made here and nowhere else.

A path is that of a Markdown file below the docs folder, such as `actors/mexico.md`.
"""

from functools import cache
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
# The files beside a page, in its folder on the site.
CARD = "card.png"
CITATIONS = {"bibtex": "cite.bib", "ris": "cite.ris", "csl-json": "cite.json"}
# Beside the page of a source: how to cite a statement of it.
CLAIM_CITATIONS = "cite-claim.json"
# The bibliography of all sources, in the same formats.
BIBLIOGRAPHY = {
    "bibtex": "data/bibliography.bib",
    "ris": "data/bibliography.ris",
    "csl-json": "data/bibliography.csl.json",
}
# The tables of the data, and those of pages, as CSV files.
TABLES, SHEETS = "data/tables", "data/sheets"
URL_CHARACTERS = ":/?#@!$&+,;=%~-._"

# The folder of the editions, and of the page about them.
EDITIONS = "editions"


def page(collection: str, id: str) -> str:
    """Return the path of a record's page."""
    return f"{collection}/{id}.md"


def statements(collection: str, id: str, source: str) -> str:
    """Return the path of the page of one source's claims about a record that has too many."""
    return f"{collection}/{id}/{source}.md"


def pair(source: str, other: str) -> str:
    """Return the path of the page that sets two sources side by side, in whatever order."""
    first, second = sorted((source, other))
    return page(f"compare/{first}", second)


def index(section: str) -> str:
    """Return the path of the first page of a section: a collection's index, or an overview."""
    return page(section, "index")


def narrowed(path: str, mark: str, value: str) -> str:
    """Return the path of a ledger with the choice by which its script narrows it."""
    return f"{path}?{mark}={value}"


def data(collection: str, id: str) -> str:
    """Return the path of the JSON of a record on the site, beside its page."""
    return f"{collection}/{id}.json"


def table(name: str) -> str:
    """Return the path of the CSV table `name` of the data."""
    return f"{TABLES}/{name}.csv"


def sheet(name: str) -> str:
    """Return the path of the table of the page `name`, an overview or an index, as CSV file."""
    return f"{SHEETS}/{name}.csv"


def edition_file(edition: str) -> str:
    """Return the path of the file that keeps an edition, on the site and below the docs folder."""
    return f"{EDITIONS}/{edition}/kb.json"


def edition_schema_file(edition: str) -> str:
    """Return the path of the JSON Schema of that file."""
    return f"{EDITIONS}/{edition}/kb.schema.json"


def on_site(path: str) -> str:
    """Return a path, with its fragment if any, as the site has it, relative to its address."""
    page, hash_sign, fragment = path.partition("#")
    return folder(page) + hash_sign + fragment


def relative(path: str, origin: str) -> str:
    """Return `path` as a Markdown link on the page `origin` has it."""
    return _relative(path, dirname(origin) or ".")


@cache
def _relative(path: str, folder: str) -> str:
    """Return `path` from a folder; there are few folders, and many links to each page."""
    return relpath(path, folder)


def url(path: str, origin: str) -> str:
    """Return `path` as the site has it, for a link in HTML on the page `origin`."""
    return relpath(folder(path) or ".", folder(origin) or ".") + "/"


def folder(path: str) -> str:
    """Return the folder that MkDocs makes for a page: `actors/mexico/`; none for the home page."""
    return "" if path == HOME else path.removesuffix("/index.md").removesuffix(".md") + "/"


def asset_path(path: str, name: str) -> str:
    """Return the path on the site of the file `name` beside a page."""
    return folder(path) + name


def canonical(site: str, path: str) -> str:
    """Return the full address of a page on the site whose address is `site`."""
    return site + folder(path)


def entity_iri(site: str, path: str) -> str:
    """Return the IRI in linked data of the thing that a page is about."""
    return canonical(site, path) + "#this"


def dataset_iri(site: str) -> str:
    """Return the IRI in linked data of the dataset of all records."""
    return f"{site}#dataset"


def paragraph(site: str, source: str, number: int) -> str:
    """Return the full address of a paragraph on its source's page."""
    return f"{canonical(site, page('sources', source))}#{paragraph_anchor(number)}"


def statement(site: str, address: str) -> str:
    """Return the permalink of the statement source/statement, on its source's page."""
    source, _, id = address.partition("/")
    return f"{canonical(site, page('sources', source))}#{statement_anchor(id)}"


def quote_url(address: str) -> str:
    """Return an address on another site with every character quoted that an address can't have."""
    return quote(address, safe=URL_CHARACTERS)


def paragraph_anchor(number: int) -> str:
    """Return the anchor of a paragraph on its source's page."""
    return f"p{number}"


def statement_anchor(id: str) -> str:
    """Return the anchor of a statement on its source's page."""
    return f"s-{id}"


def edition_anchor(number: str) -> str:
    """Return the anchor of an edition's changes on the page of the editions."""
    return f"edition-{number.replace('.', '-')}"


def relations_anchor(name: str) -> str:
    """Return the anchor of the relations of one name on a record's page."""
    return "relations-" + name.replace("_", "-")


def source_anchor(id: str) -> str:
    """Return the anchor of one source's claims on a record's page."""
    return f"from-{id}"


def theme_anchor(area: str) -> str:
    """Return the anchor of the claims of one theme; those of no theme are the others."""
    return f"theme-{area or 'other'}"


def measure_anchor(number: int) -> str:
    """Return the anchor of figures that can be compared, by their place among all such."""
    return f"measure-{number}"


def map_anchor(name: str) -> str:
    """Return the anchor of a prepared map of the network."""
    return f"map-{name}"


def cited(citation: Citation) -> str:
    """Return the path and anchor of the first cited paragraph on its source's page."""
    anchor = paragraph_anchor(citation.paragraphs[0])
    return f"{page('sources', citation.source)}#{anchor}"


def years_anchor(years: Years) -> str:
    """Return the anchor on the timeline of a year, or of what lies in one of several: `2016`."""
    first, last = years
    return f"{first}" if first == last else f"{first}-{last}"
