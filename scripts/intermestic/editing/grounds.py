"""What records rest on: paragraphs in which some statement speaks of the record."""

from collections.abc import Iterable, Iterator

from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem
from intermestic.reading.validate import ValidRecord
from intermestic.records.base import Discussed, Record
from intermestic.records.citations import Citation
from intermestic.records.models import Initiative, PolicyArea
from intermestic.records.prose import links
from intermestic.records.source import Source
from intermestic.records.walk import FieldPath


def check_grounds(records: Iterable[ValidRecord], knowledge: KnowledgeBase) -> list[Problem]:
    """Return a problem for each paragraph that a record cites and no statement there bears out.

    Looked at are the citations of the record itself, of its accounts, its story and its standing.
    Whoever is named for the authorship of a text needs no statement: all of it is theirs.
    """
    return sorted(
        valid.raw.problem(path, found, "a paragraph with a statement about it")
        for valid in records
        if valid.raw.id in knowledge.entries and not isinstance(valid.record, Source)
        for path, found in _unfounded(valid.raw.id, valid.record, knowledge)
    )


def _unfounded(
    id: str, record: Record, knowledge: KnowledgeBase
) -> Iterator[tuple[FieldPath, str]]:
    spoken_of = {
        (claim.source, number)
        for claim in knowledge.claims_about.get(id, ())
        for number in claim.statement.para
    }
    for path, cited in _citations(record):
        source = knowledge.source(cited.source)
        if id in source.authors or id in {link.id for link in links(source.authorship)}:
            continue
        for number in cited.paragraphs:
            if (cited.source, number) not in spoken_of:
                yield path, f"found {cited.source} ¶{number}"


def _citations(record: Record) -> Iterator[tuple[FieldPath, Citation]]:
    for index, cited in enumerate(record.cite):
        yield ("cite", index), cited
    for number, account in enumerate(record.accounts if isinstance(record, Discussed) else ()):
        for index, cited in enumerate(account.cite):
            yield ("accounts", number, "cite", index), cited
    if isinstance(record, PolicyArea) and record.story:
        for index, cited in enumerate(record.story.cite):
            yield ("story", "cite", index), cited
    if isinstance(record, Initiative):
        for index, cited in enumerate(record.standing.cite):
            yield ("standing", "cite", index), cited
