"""The formats of works, as the programs read them that people use.

No date is more precise than it is known in any of these programs: where one has no form for it, it
gets words that no program takes for a date.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from intermestic import addresses
from intermestic.citations.bibtex import bibtex
from intermestic.citations.csl import csl
from intermestic.citations.ris import ris
from intermestic.citations.works import Work, citation, keyed_source, page_work
from intermestic.knowledge import KnowledgeBase
from intermestic.records.publication import Publication


@dataclass(frozen=True)
class Format:
    """A format: what writes a work in it, its media type, and what stands around several works."""

    write_one: Callable[[Work], str]
    media_type: str
    begin: str = ""
    between: str = "\n"
    end: str = ""

    def write(self, works: Iterable[Work]) -> str:
        """Return works in this format."""
        return self.join(map(self.write_one, works))

    def join(self, written: Iterable[str]) -> str:
        """Return as one text works that are `written` each by itself."""
        return f"{self.begin}{self.between.join(written)}{self.end}"


FORMATS = {
    "bibtex": Format(bibtex, "application/x-bibtex"),
    "ris": Format(ris, "application/x-research-info-systems"),
    "csl-json": Format(csl, "application/vnd.citationstyles.csl+json", "[\n", ",\n", "\n]\n"),
}
# Stand for the paragraphs and the id of a statement; records cannot have these characters.
PARAGRAPHS, STATEMENT = "\ue000", "\ue001"


class PageCitations:
    """What cites the pages of a site, each with the sources it draws on.

    A source is written once in each format, for all of them.
    """

    def __init__(self, knowledge: KnowledgeBase, publication: Publication) -> None:
        self._knowledge = knowledge
        self._publication = publication
        self._sources: dict[str, Mapping[str, str]] = {}

    def files(self, path: str, title: str, sources: Iterable[str]) -> dict[str, bytes]:
        """Return the page at `path`, as a work, and its `sources` in each format, by file."""
        page = _written(page_work(path, title, self._knowledge, self._publication))
        works = [page, *map(self._source, sources)]
        return {
            addresses.asset_path(path, name): FORMATS[it].join(work[it] for work in works).encode()
            for it, name in addresses.CITATIONS.items()
        }

    def _source(self, id: str) -> Mapping[str, str]:
        if id not in self._sources:
            work = keyed_source(self._knowledge, self._publication, id)
            self._sources[id] = _written(work)
        return self._sources[id]


def _written(work: Work) -> dict[str, str]:
    return {name: format.write_one(work) for name, format in FORMATS.items()}


def claim_citations(knowledge: KnowledgeBase, publication: Publication, source: str) -> bytes:
    """Return how to cite any statement of a source, as JSON: by format, and as `text` in words.

    `docs/assets/cite.js` puts the paragraphs and the id of a statement in.
    """
    address = addresses.statement(publication.address, f"{source}/{STATEMENT}")
    here = f"in {publication.name}, edition {publication.edition.number}, {address}"
    work = keyed_source(knowledge, publication, source)
    work = replace(work, id=f"{work.id}/{STATEMENT}", place=f"{PARAGRAPHS}; {here}", note="")
    written = {name: format.write([work]) for name, format in FORMATS.items()}
    return json.dumps({"text": f"{citation(work, PARAGRAPHS)}; {here}", **written}).encode()
