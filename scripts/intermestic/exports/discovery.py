"""What programs look for first: `sitemap.xml`, `robots.txt`, and `llms.txt` (llmstxt.org)."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from intermestic import addresses
from intermestic.exports.about import DESCRIPTION, LICENCE, citation
from intermestic.exports.base import Exported
from intermestic.pages.base import Frame
from intermestic.reading.publication import Publication
from intermestic.rendering.render import TEMPLATES

SITEMAP, ROBOTS, LLMS = "sitemap.xml", "robots.txt", "llms.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


class Item(NamedTuple):
    """A page or file: its title, its full address, and what it is."""

    title: str
    address: str
    what: str


def files(
    publication: Publication, frames: Iterable[Frame], made: Iterable[Exported]
) -> dict[str, bytes]:
    """Return the three files of a site that has pages with these `frames`, and these exports."""
    current = [frame for frame in frames if not frame.is_former]
    return {
        SITEMAP: _sitemap(publication, current),
        ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {publication.address}{SITEMAP}\n".encode(),
        LLMS: _llms(publication, current, made).encode(),
    }


def _sitemap(publication: Publication, frames: Iterable[Frame]) -> bytes:
    """Every page but former addresses, with the day of the edition, which every page shows."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    for path in (*addresses.WRITTEN, *(frame.path for frame in frames)):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = addresses.canonical(publication.address, path)
        ElementTree.SubElement(url, "lastmod").text = str(publication.edition.day)
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def _llms(publication: Publication, frames: Iterable[Frame], made: Iterable[Exported]) -> str:
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return templates.get_template("llms.txt.jinja").render(
        name=publication.name,
        description=DESCRIPTION,
        licence=LICENCE,
        citation=citation(publication),
        pages=list(_sections(publication.address, frames)),
        data=list(_data(publication.address, made)),
    )


def _sections(site: str, frames: Iterable[Frame]) -> Iterator[Item]:
    """The pages from which all others can be reached."""
    about = addresses.canonical(site, addresses.ABOUT)
    yield Item("About", about, "How the records are made, and what they leave out.")
    for frame in frames:
        if not frame.subject and frame.path != addresses.DOWNLOADS:
            yield Item(frame.title, addresses.canonical(site, frame.path), frame.lead)


def _data(site: str, made: Iterable[Exported]) -> Iterator[Item]:
    """The page of the downloads, and of each export the file to begin with."""
    downloads = addresses.canonical(site, addresses.DOWNLOADS)
    yield Item("Downloads", downloads, "Every file, with its size and checksum.")
    for exported in made:
        export, first = exported.export, next(iter(exported.files))
        yield Item(export.name, site + first, f"{export.description}.")
