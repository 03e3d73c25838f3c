"""Gaps in the statements: paragraphs that have none, and records that none speaks of."""

from collections.abc import Iterable, Iterator

from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem
from intermestic.reading.validate import ValidRecord
from intermestic.records.citations import Citation, paragraphs
from intermestic.records.prose import links
from intermestic.records.source import Source, coverage_of
from intermestic.records.walk import FieldPath

# The fields whose citations need a statement: of relations the paragraph itself says enough.
GROUNDED = ("cite", "accounts", "story", "standing")


def check_finished(records: Iterable[ValidRecord]) -> list[Problem]:
    """Return a problem for each source of which some paragraphs are open."""
    return [
        valid.raw.problem(
            ("statements",),
            f"found none of {paragraphs(open_paragraphs)}",
            "some of each paragraph, or its number in 'omitted' and a reason",
        )
        for valid in records
        if isinstance(valid.record, Source)
        and (open_paragraphs := coverage_of(valid.record).open_paragraphs)
    ]


def check_grounds(records: Iterable[ValidRecord], knowledge: KnowledgeBase) -> list[Problem]:
    """Return a problem for each paragraph that a record cites and no statement there bears out.

    Looked at are the citations of the record itself, of its accounts, its story and its standing.
    Whoever is named for the authorship of a text needs no statement: all of it is theirs.
    """
    return sorted(
        valid.raw.problem(path, found, "a paragraph with a statement about it")
        for valid in records
        if valid.raw.id in knowledge.entries and not isinstance(valid.record, Source)
        for path, found in _unfounded(valid, knowledge)
    )


def _unfounded(valid: ValidRecord, knowledge: KnowledgeBase) -> Iterator[tuple[FieldPath, str]]:
    id = valid.raw.id
    spoken_of = {
        (claim.source, number)
        for claim in knowledge.claims_about.get(id, ())
        for number in claim.statement.para
    }
    for path, _, cited in valid.values:
        if isinstance(cited, Citation) and path[0] in GROUNDED:
            source = knowledge.source(cited.source)
            if id in source.authors or id in {link.id for link in links(source.authorship)}:
                continue
            for number in cited.paragraphs:
                if (cited.source, number) not in spoken_of:
                    yield path, f"found {cited.source} ¶{number}"
