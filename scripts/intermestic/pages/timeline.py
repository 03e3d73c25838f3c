"""The timeline: everything that has a date, in a list by year."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.english import years_in_words
from intermestic.knowledge import grouped
from intermestic.pages.base import Context, Page
from intermestic.pages.choices import Choices, choices, record_choices
from intermestic.pages.dated import KINDS, Line, dated_lines
from intermestic.pages.diagrams.lives import LivesDiagram, lives_diagram
from intermestic.records.dates import BEGINNING, EdtfDate, Years, ends

# Decades that stand open, the newest; the others are folded.
OPEN_DECADES = 2
# Decades with fewer lines stand together, before those with more.
FEWEST_LINES = 12


@dataclass(frozen=True)
class Year:
    """The lines of one year, or of what may lie in any of several years."""

    heading: str
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Decade:
    """The lines of a decade, or of several of which little is known; folded if not `is_open`."""

    heading: str
    years: tuple[Year, ...]
    is_open: bool


@dataclass(frozen=True)
class TimelinePage(Page):
    """Everything that has a date, by decade and year.

    `choices` are how a reader can narrow the list. `lives` is the diagram of the initiatives that
    lasted.
    """

    decades: tuple[Decade, ...]
    choices: tuple[Choices, ...]
    lives: LivesDiagram | None


def timeline_page(context: Context) -> TimelinePage:
    """Return the timeline of everything that has a date."""
    lines = dated_lines(context)
    return TimelinePage(
        frame=context.overview("timeline", "ledger"),
        decades=_decades(lines),
        choices=_choices(context, lines),
        lives=lives_diagram(context.links),
    )


def _decades(lines: Iterable[Line]) -> tuple[Decade, ...]:
    by_decade: dict[int, list[Year]] = defaultdict(list)
    in_order = sorted(lines, key=lambda line: line.when)
    for years, found in sorted(grouped((_years(line.when), line) for line in in_order).items()):
        year = Year(years_in_words(years), addresses.years_anchor(years), found)
        by_decade[(years.first or 0) // 10 * 10].append(year)
    newest = sorted(by_decade)[-OPEN_DECADES:]
    spans: list[tuple[int, int, list[Year]]] = []
    for decade, found_years in by_decade.items():
        few = spans and sum(len(year.lines) for year in spans[-1][2]) < FEWEST_LINES
        if few and decade not in newest:
            first, _, earlier = spans.pop()
            spans.append((first, decade, [*earlier, *found_years]))
        else:
            spans.append((decade, decade, found_years))
    return tuple(
        Decade(
            words("decades", first=str(first), last=str(last))
            if first < last
            else years_in_words(Years(first, first + 9)),
            tuple(years),
            last in newest,
        )
        for first, last, years in spans
    )


def _years(when: EdtfDate) -> Years:
    """Return the years under which a date stands.

    What lasts stands where it begins, what has an open beginning where it ends, and what may lie
    in any of several years under all of them.
    """
    both = ends(when)
    place = ((both[0] or both[1]) if both else None) or when
    first = place.last if place.first == BEGINNING else place.first
    return Years(first[0], place.last[0])


def _choices(context: Context, lines: tuple[Line, ...]) -> tuple[Choices, ...]:
    knowledge = context.knowledge
    kinds = {kind: words(f"line-{kind}") for kind in KINDS}
    return (
        *choices("kind", kinds, ([line.kind] for line in lines)),
        *record_choices("area", knowledge, (line.areas for line in lines)),
        *record_choices("essay", knowledge, (line.essays for line in lines)),
    )
