"""The metadata in the head of a page, for reference managers, social networks, search engines.

Zotero takes one item from a page, of the type that `z:itemType` names. From the page of a source
it takes the source, as from a library's catalogue; from any other page, the page in its edition.
Social networks show the card, the title and the lead; search engines the lead, cut.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import LANGUAGE, words
from intermestic.citations.ris import date_for_readers
from intermestic.citations.works import Author, Work, citation, page_work, source_work
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Frame
from intermestic.records.names import endings
from intermestic.records.prose import shorten
from intermestic.records.publication import Publication
from intermestic.site.cards import SIZE
from intermestic.site.schema_org import Json, json_ld

Tag = tuple[str, str]

ZOTERO_TYPES = {
    "article": "journalArticle",
    "magazine": "magazineArticle",
    "report": "report",
    # As a web page it would be one of this site's.
    "webpage": "document",
    "document": "document",
    "page": "encyclopediaArticle",
}
# As much as search engines show.
DESCRIPTION_LENGTH = 160
_CONTAINERS = {
    "article": "citation_journal_title",
    "magazine": "citation_journal_title",
    "page": "citation_inbook_title",
}
# In JSON these characters are harmless; in HTML `</script>` or `<!--` would end the element.
_HTML = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


@dataclass(frozen=True)
class Metadata:
    """The metadata of a page.

    `names` and `properties` are the contents of `<meta name>` and `<meta property>`, not escaped.
    `json_ld` goes into `<script type="application/ld+json">` as it is. `citation` is how to cite
    the page, in words. The search finds the page also by `other_names`, and filters by `filters`:
    the name of each and its values.
    """

    names: tuple[Tag, ...]
    properties: tuple[Tag, ...]
    json_ld: str
    citation: str
    other_names: tuple[str, ...]
    filters: tuple[tuple[str, tuple[str, ...]], ...]


def metadata(frame: Frame, knowledge: KnowledgeBase, publication: Publication) -> Metadata:
    """Return the metadata of the page with this `frame`."""
    page = page_work(frame.path, frame.title, knowledge, publication)
    item = source_work(knowledge, frame.subject) if frame.is_text else page
    return Metadata(
        names=_filled(
            (
                ("description", shorten(frame.lead or words("home-lead"), DESCRIPTION_LENGTH)),
                *_reference_tags(item),
                ("twitter:card", "summary_large_image"),
            )
        ),
        properties=_filled(_open_graph(frame, publication)),
        json_ld=for_script(json_ld(frame, knowledge, publication)),
        citation=citation(page),
        other_names=_other_names(frame),
        filters=frame.facets,
    )


def _other_names(frame: Frame) -> tuple[str, ...]:
    """Return the names by which the search finds a page, and how words of them may end."""
    ends = " ".join(endings((frame.title, *frame.names)))
    return (*frame.names, ends) if ends else frame.names


def for_script(data: Json) -> str:
    """Return `data` as JSON that is safe in a script element of HTML, whatever it holds."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_HTML)


def _reference_tags(work: Work) -> Iterator[Tag]:
    """Yield Highwire's tags, and two of Zotero's own where Highwire has none."""
    yield "z:itemType", ZOTERO_TYPES[work.kind]
    # Without a title Zotero would take the title of this page. Brackets mark a supplied title.
    yield "citation_title", work.title or f"[Untitled {work.form}]"
    for author in work.authors:
        yield "citation_author", _family_first(author)
    yield "citation_publication_date", date_for_readers(work.date)
    yield _CONTAINERS.get(work.kind, "citation_publisher"), work.container
    yield "citation_issue", work.issue
    yield "citation_series_title", work.series
    yield "citation_publisher", work.publisher
    yield "bibo:edition", work.edition
    yield "citation_public_url", work.url
    yield "citation_language", work.language or LANGUAGE


def _family_first(author: Author) -> str:
    """Return a name with the family name first; a comma keeps a name without one whole."""
    return f"{author.family or author.name}, {author.given}".strip()


def _open_graph(frame: Frame, publication: Publication) -> Iterator[Tag]:
    site = publication.address
    yield "og:type", "website" if frame.path == addresses.HOME else "article"
    yield "og:site_name", publication.name
    yield "og:title", frame.heading
    yield "og:description", frame.lead
    yield "og:url", addresses.canonical(site, frame.path)
    yield "og:image", site + addresses.asset_path(frame.path, addresses.CARD)
    yield "og:image:width", str(SIZE[0])
    yield "og:image:height", str(SIZE[1])
    yield "og:image:alt", f"{frame.heading}. {frame.lead}".strip()


def _filled(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    return tuple((name, content) for name, content in tags if content)
