"""Pages that gather from the whole knowledge base: the ledgers, the matrix, the coverage report,
and those of `timeline` and `compare`.

Each is a function that answers its query; the template of the same name lays the answer out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import addresses
from .az import a_to_z
from .compare import compare
from .coverage import Coverage, coverage
from .groups import Group, grouped, grouped_by
from .knowledge import Entry, KnowledgeBase, Said
from .models import COLLECTIONS, Omission
from .statements import KINDS, Figure, Forecast, Recommendation
from .timeline import timeline

# Collections of which every source is followed in turn, its silences included.
TRACKED = ("initiatives", "policy_areas")


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
    return grouped(grouped_by(lambda one: one.source, _statements(knowledge, Forecast)))


def _figures(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    figures = _statements(knowledge, Figure)
    by_area = grouped_by(lambda one: one.statement.areas[0] if one.statement.areas else "", figures)
    return grouped({area: by_area[area] for area in sorted(by_area)})


def _matrix(knowledge: KnowledgeBase) -> Matrix:
    sources = knowledge.followed
    groups = {}
    for collection in TRACKED:
        rows = []
        for id in knowledge.ids.get(collection, ()):
            count = Counter(one.source for one in knowledge.said_about.get(id, ()))
            rows.append(MatrixRow(id, tuple(count[source] for source in sources)))
        groups[collection] = rows
    return Matrix(sources, grouped(groups))


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


OVERVIEWS: dict[str, tuple[str, Callable[[KnowledgeBase], object]]] = {
    "timeline": ("Timeline", timeline),
    "recommendations": ("Recommendations", _recommendations),
    "forecasts": ("Forecasts", _forecasts),
    "figures": ("Figures", _figures),
    "matrix": ("Who speaks of what", _matrix),
    "compare": ("Two essays side by side", compare),
    "coverage": ("Coverage", _coverage),
    "a-z": ("A–Z index", a_to_z),
}
