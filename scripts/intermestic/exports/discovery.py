"""Files that programs look for first: `sitemap.xml`, `robots.txt`, and `llms.txt` (llmstxt.org)."""

from collections.abc import Iterable
from xml.etree import ElementTree

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.citations.works import citation, site_work
from intermestic.content import Content
from intermestic.exports.base import DESCRIPTION, LICENCE, Export, File, Files
from intermestic.pages.base import Frame
from intermestic.records.publication import Publication
from intermestic.rendering.render import environment

SITEMAP, ROBOTS, LLMS = "sitemap.xml", "robots.txt", "llms.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(content: Content, data: Iterable[Export]) -> Files:
    """Return the three files; the exports `data` are all that programs may be looking for."""
    site = content.publication.address
    frames = [frame for frame in content.frames.values() if not frame.is_former]
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site}{SITEMAP}\n"
    paths = (*addresses.WRITTEN, addresses.DOWNLOADS, *(frame.path for frame in frames))
    return (
        File(SITEMAP, _sitemap(content.publication, paths), "application/xml", len(paths), "page"),
        File(ROBOTS, robots.encode(), "text/plain"),
        File(LLMS, _llms(content.publication, frames, data).encode(), "text/plain"),
    )


def _sitemap(publication: Publication, paths: Iterable[str]) -> bytes:
    """Return the sitemap of pages, with the day of the edition, which every page shows."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    for path in paths:
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = addresses.canonical(publication.address, path)
        ElementTree.SubElement(url, "lastmod").text = str(publication.edition.day)
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def _llms(publication: Publication, frames: Iterable[Frame], data: Iterable[Export]) -> str:
    """Return what programs that read text should know: the first pages, and where data begin."""
    templates = environment(autoescape=False, keep_trailing_newline=True)
    templates.globals |= {"addresses": addresses, "words": words}
    return templates.get_template("llms.txt.jinja").render(
        name=publication.name,
        site=publication.address,
        description=DESCRIPTION,
        licence=LICENCE,
        citation=citation(site_work(publication)),
        frames=[frame for frame in frames if not frame.subject],
        exports=data,
    )
