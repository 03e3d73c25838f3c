"""Sources whose paragraphs do not all have statements yet, or a reason for having none."""

from collections.abc import Iterable

from intermestic.problems import Problem
from intermestic.reading.validate import ValidRecord
from intermestic.records.citations import paragraphs
from intermestic.records.coverage import coverage_of
from intermestic.records.source import Source


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
