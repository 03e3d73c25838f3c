"""The timeline: what stands in its list, and where."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from support import PROJECT
from support.projects import content, context_of, knowledge_of

from intermestic.content import Content
from intermestic.pages.base import Context
from intermestic.pages.dated import Line
from intermestic.pages.diagrams import text_metrics
from intermestic.pages.diagrams.lives import WIDTH, LivesDiagram, lives_diagram
from intermestic.pages.links import Links
from intermestic.pages.timeline import TimelinePage, timeline_page

DUE = """\
name: The dam is opened
type: due
when: {when}
summary: The dam was to be opened.
participants: [arcadia]
cite: {cite}
"""


@pytest.fixture
def sample_timeline(context: Context) -> TimelinePage:
    return timeline_page(context)


@pytest.fixture(scope="module")
def real(real_data: Content) -> TimelinePage:
    return timeline_page(context_of(real_data))


@pytest.fixture(scope="module")
def real_lives() -> LivesDiagram:
    diagram = lives_diagram(Links(knowledge_of(PROJECT)))
    assert diagram is not None
    return diagram


def lines_of(page: TimelinePage) -> Iterator[tuple[str, Line]]:
    """Each line of a timeline with the heading of its year."""
    return (
        (year.heading, line)
        for decade in page.decades
        for year in decade.years
        for line in year.lines
    )


def due(sample: Path, when: str, cite: str) -> Line:
    """The line of something due, in the sample with it."""
    record = DUE.format(when=when, cite=cite)
    (sample / "data" / "dates" / "dam-opened.yml").write_text(record, encoding="utf-8")
    page = timeline_page(context_of(content(sample)))
    return next(line for _, line in lines_of(page) if line.kind == "due")


def test_dates_lives_offices_essays_and_statements_stand_by_year(
    sample_timeline: TimelinePage,
) -> None:
    assert [(year, line.kind, line.title) for year, line in lines_of(sample_timeline)] == [
        ("1998", "event", "The River Treaty is signed"),
        ("2009", "life", "Inés Northcott, Minister of Rivers (Arcadia): term begins"),
        ("2011", "life", "Inés Northcott, Minister of Rivers (Arcadia): term ends"),
        ("2020", "essay", "Northcott 2020 was written"),
        ("2021", "life", "River Pact begins"),
        ("2021", "life", "River Treaty ends"),
        ("2021", "said", "The River Pact took the place of the River Treaty."),
        ("2022", "essay", "Northcott 2022 was written"),
    ]


def test_the_newest_decades_stand_open(real: TimelinePage) -> None:
    assert [(decade.heading, decade.is_open) for decade in real.decades] == [
        ("1930s to 1990s", False),
        ("2000s", False),
        ("2010s", True),
        ("2020s", True),
    ]


def test_a_beginning_of_which_a_date_tells_stands_once(real: TimelinePage) -> None:
    titles = [line.title for _, line in lines_of(real)]
    assert "Merida Initiative created" in titles
    assert "Merida Initiative begins" not in titles
    assert "HLED of 2013–2016 begins" in titles


def test_what_may_lie_in_any_of_several_years_stands_under_all_of_them(
    real: TimelinePage,
) -> None:
    years = {line.title: year for year, line in lines_of(real)}
    assert years["Iranian plot foiled"] == "2006–2012"
    assert years["“Distant neighbors” book"] == "1980s"
    assert years["War in Iraq"] == "2003"


def test_every_dated_statement_about_no_date_stands_in_the_list(
    real: TimelinePage, real_data: Content
) -> None:
    entries = real_data.knowledge.entries
    dated = {
        claim.address
        for claim in real_data.knowledge.claims
        if claim.statement.when and not any(entries[id].collection == "dates" for id in claim.about)
    }
    assert {line.claim.address for _, line in lines_of(real) if line.claim} == dated


def test_what_was_due_and_no_later_source_tells_of_is_without_a_later_word(sample: Path) -> None:
    line = due(sample, "2021", "northcott-2020#2")
    assert (line.later, line.told_in) == ("silent", ())


def test_what_was_due_after_the_newest_source_is_ahead_of_it(sample: Path) -> None:
    assert due(sample, "2023", "northcott-2020#2").later == "ahead"
    assert due(sample, "2021", "northcott-2022#1").later == "ahead"


def test_what_was_due_names_the_later_sources_that_tell_of_it(real: TimelinePage) -> None:
    line = next(line for _, line in lines_of(real) if line.title == "López Obrador takes office")
    assert line.later == "told"
    assert [source.words for source in line.told_in] == ["Sarukhan 2021", "Wayne 2021"]


def test_the_lives_are_of_initiatives_that_lasted(context: Context) -> None:
    diagram = lives_diagram(context.links)
    assert diagram is not None
    assert [("".join(life.name.lines), life.known < life.end) for life in diagram.lives] == [
        ("River Treaty", False),
        ("River Pact", True),
    ]
    assert ["".join(band.name.lines) for band in diagram.bands] == [
        "Northcott 2020",
        "Northcott 2022",
    ]


def test_names_beside_the_lives_fit_and_do_not_overlap(real_lives: LivesDiagram) -> None:
    names = sorted(
        (shown.name for shown in (*real_lives.lives, *real_lives.bands)), key=lambda name: name.y
    )
    for above, below in pairwise(names):
        assert above.y + text_metrics.LINE * len(above.lines) <= below.y
    assert names[0].y >= 0
    assert names[-1].y + text_metrics.LINE * len(names[-1].lines) <= real_lives.height
    for name in names:
        assert all(text_metrics.width(line) <= WIDTH - real_lives.names_x for line in name.lines)
