"""What programs look for first: `sitemap.xml`, `robots.txt`, and `llms.txt` (llmstxt.org)."""

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

from .. import addresses
from ..knowledge import KnowledgeBase
from ..models import COLLECTIONS
from ..overviews import OVERVIEWS
from ..pages import RedirectPage, pages
from ..publication import Publication
from .about import DESCRIPTION, LICENCE, citation
from .export import Exported

SITEMAP, ROBOTS, LLMS = "sitemap.xml", "robots.txt", "llms.txt"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(
    knowledge: KnowledgeBase, publication: Publication, made: Iterable[Exported]
) -> dict[str, bytes]:
    """The three files, of a site that also has the exports `made`."""
    return {
        SITEMAP: _sitemap(knowledge, publication),
        ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {publication.url(SITEMAP)}\n".encode(),
        LLMS: "".join(f"{line}\n" for line in _llms(publication, made)).encode(),
    }


def _sitemap(knowledge: KnowledgeBase, publication: Publication) -> bytes:
    """Every page, with the day of the edition, which each page shows; no former addresses."""
    root = ElementTree.Element("urlset", xmlns=_NAMESPACE)
    generated = (page.path for page in pages(knowledge) if not isinstance(page, RedirectPage))
    for path in (*addresses.WRITTEN, addresses.DOWNLOADS, *generated):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = publication.url(path)
        ElementTree.SubElement(url, "lastmod").text = str(publication.edition.day)
    ElementTree.indent(root)
    return ElementTree.tostring(root, "utf-8", xml_declaration=True) + b"\n"


def _llms(publication: Publication, made: Iterable[Exported]) -> Iterator[str]:
    yield f"# {publication.name}"
    yield f"\n> {DESCRIPTION}\n"
    yield "Every statement is in the editors' words and names the paragraph of the text it rests"
    yield "on; facts, assessments, recommendations, forecasts and figures are kept apart."
    yield f"Licence: {LICENCE.title}. Cite as: {citation(publication)}"
    yield "\n## Pages\n"
    yield f"- [About]({publication.url(addresses.ABOUT)}): how the records are made"
    for collection, model in COLLECTIONS.items():
        address = publication.url(addresses.index(collection))
        yield f"- [{model.label}]({address}): {model.__doc__}"
    for name, (title, _) in OVERVIEWS.items():
        yield f"- [{title}]({publication.url(addresses.index(name))})"
    yield "\n## Data\n"
    yield f"- [Downloads]({publication.url(addresses.DOWNLOADS)}): every file, with its checksum"
    for exported in made:
        first = next(iter(exported.files))
        yield f"- [{exported.export.name}]({publication.url(first)}): {exported.export.description}"
