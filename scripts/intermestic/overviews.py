"""Pages that gather from the whole knowledge base: ledgers, the matrix, the timeline, coverage.

Each is a function that answers its query; the template of the same name lays the answer out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from . import addresses
from .coverage import Coverage, coverage
from .knowledge import Entry, KnowledgeBase, Said
from .models import COLLECTIONS, DateRecord, Initiative, Omission
from .statements import KINDS, Figure, Forecast, Recommendation

# Collections of which every source is followed in turn, its silences included.
TRACKED = ("initiatives", "policy_areas")


@dataclass(frozen=True)
class Group:
    """Things under one heading."""

    heading: str
    items: tuple


@dataclass(frozen=True)
class Overview:
    """An overview: its name, which is also its folder, its title, and what stands on it."""

    name: str
    title: str
    content: object

    @property
    def path(self) -> str:
        return addresses.index(self.name)

    @property
    def template(self) -> str:
        return f"{self.name}.md.jinja"


@dataclass(frozen=True)
class SourceCoverage:
    """A line of the coverage report: a source, its paragraphs, its statements by kind."""

    entry: Entry
    coverage: Coverage
    kinds: tuple[int, ...]
    omitted: tuple[Omission, ...]


@dataclass(frozen=True)
class CoverageReport:
    """What is accounted for: source by source, and records by collection."""

    lines: tuple[SourceCoverage, ...]
    records: tuple[tuple[str, int], ...]
    kinds: tuple[str, ...] = KINDS


@dataclass(frozen=True)
class MatrixRow:
    """A record, and how many statements each source makes of it, in the order of the sources."""

    id: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Matrix:
    """Records against sources."""

    sources: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Bar:
    """The life of an initiative on the timeline's axis, in fractions of its length."""

    id: str
    start: float
    end: float
    open_start: bool
    open_end: bool


@dataclass(frozen=True)
class Timeline:
    """Initiatives as bars, sources as points, on an axis of years; and all dates by year."""

    years: tuple[int, ...]
    bars: tuple[Bar, ...]
    sources: tuple[tuple[str, float], ...]
    dates: tuple[Group, ...]


def overviews(knowledge: KnowledgeBase) -> Iterator[Overview]:
    """Every overview of the knowledge base."""
    for name, (title, gather) in OVERVIEWS.items():
        yield Overview(name, title, gather(knowledge))


def _statements(knowledge: KnowledgeBase, kind: type) -> list[Said]:
    sources = knowledge.ids.get("sources", ())
    said = (one for source in sources for one in knowledge.said_in.get(source, ()))
    return [one for one in said if isinstance(one.statement, kind)]


def _recommendations(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    """Advice by addressee, those with most of it first; what is repeated stands first."""
    groups: dict[str, list[Said]] = defaultdict(list)
    for one in _statements(knowledge, Recommendation):
        for addressee in one.statement.addressees:
            groups[addressee].append(one)

    def is_single(one: Said) -> bool:
        return not (one.statement.repeats or knowledge.repeated_in.get(one.address))

    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    return tuple(Group(id, tuple(sorted(said, key=is_single))) for id, said in ranked)


def _forecasts(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    return grouped(_by(lambda one: one.source, _statements(knowledge, Forecast)))


def _figures(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    figures = _statements(knowledge, Figure)
    by_area = _by(lambda one: one.statement.areas[0] if one.statement.areas else "", figures)
    return grouped({area: by_area[area] for area in sorted(by_area)})


def _matrix(knowledge: KnowledgeBase) -> Matrix:
    sources = knowledge.ids.get("sources", ())
    groups = {}
    for collection in TRACKED:
        rows = []
        for id in knowledge.ids.get(collection, ()):
            count = Counter(one.source for one in knowledge.said_about.get(id, ()))
            rows.append(MatrixRow(id, tuple(count[source] for source in sources)))
        groups[collection] = rows
    return Matrix(sources, grouped(groups))


def _timeline(knowledge: KnowledgeBase) -> Timeline:
    first, last = AXIS
    initiatives = [
        (entry.id, entry.record.when)
        for entry in knowledge.entries.values()
        if isinstance(entry.record, Initiative) and entry.record.when
        if entry.record.when.last[0] >= first
    ]
    bars = [
        Bar(id, _place(when.first), _place(when.last), when.first[0] < first, when.last[0] > last)
        for id, when in sorted(initiatives, key=lambda item: item[1])
    ]
    sources = [
        (id, _place(knowledge.source(id).date.first)) for id in knowledge.ids.get("sources", ())
    ]
    dates = [entry for entry in knowledge.entries.values() if isinstance(entry.record, DateRecord)]
    by_year = _by(lambda entry: entry.record.group, dates)
    return Timeline(tuple(range(first, last + 1)), tuple(bars), tuple(sources), grouped(by_year))


# The years that the timeline's picture shows; its list shows all.
AXIS = (1993, 2022)


def _place(day: tuple[int, int, int]) -> float:
    """Where a day stands on the axis: 0 at its beginning, 1 at its end."""
    first, last = AXIS
    years = day[0] + (day[1] - 1) / 12 + (day[2] - 1) / 365
    return round(min(1.0, max(0.0, (years - first) / (last + 1 - first))), 4)


def _coverage(knowledge: KnowledgeBase) -> CoverageReport:
    lines = []
    for id in knowledge.ids.get("sources", ()):
        source = knowledge.source(id)
        count = Counter(statement.kind for statement in source.statements)
        kinds = tuple(count[kind] for kind in KINDS)
        lines.append(
            SourceCoverage(knowledge.entries[id], coverage(knowledge, id), kinds, source.omitted)
        )
    records = tuple((name, len(knowledge.ids.get(name, ()))) for name in COLLECTIONS)
    return CoverageReport(tuple(lines), records)


def _by(key: Callable, items: Iterable) -> Mapping[str, list]:
    groups: dict[str, list] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def grouped(groups: Mapping[str, list]) -> tuple[Group, ...]:
    """A mapping of headings to things, as groups in its order."""
    return tuple(Group(heading, tuple(items)) for heading, items in groups.items())


OVERVIEWS: dict[str, tuple[str, Callable[[KnowledgeBase], object]]] = {
    "timeline": ("Timeline", _timeline),
    "recommendations": ("Recommendations", _recommendations),
    "forecasts": ("Forecasts", _forecasts),
    "figures": ("Figures", _figures),
    "matrix": ("Who speaks of what", _matrix),
    "coverage": ("Coverage", _coverage),
}
