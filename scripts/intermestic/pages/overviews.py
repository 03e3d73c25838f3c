"""Pages that gather from the whole knowledge base: the ledgers, the matrix, the coverage report,
and those of `timeline` and `compare`.

Each is a function that answers its query; the template of the same name lays the answer out.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from intermestic import addresses
from intermestic.groups import Group, grouped, grouped_by
from intermestic.knowledge import Claim, Entry, KnowledgeBase
from intermestic.pages.az import a_to_z
from intermestic.pages.compare import compare
from intermestic.pages.figures import figures
from intermestic.pages.home import home
from intermestic.pages.network import network
from intermestic.pages.timeline import timeline
from intermestic.records.coverage import Coverage, coverage_of
from intermestic.records.models import COLLECTIONS, Omission
from intermestic.records.statements import KINDS, Forecast, Recommendation

# Collections of which every source is followed in turn, its silences included.
TRACKED = ("initiatives", "policy_areas")


@dataclass(frozen=True)
class Overview:
    """An overview: its name, which is its folder too, what stands on it, and its script."""

    name: str
    title: str
    lead: str
    content: object
    script: str = ""

    generated_from: str = "data"

    @property
    def path(self) -> str:
        return addresses.HOME if self.name == "home" else addresses.index(self.name)

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
    for name, kind in OVERVIEWS.items():
        yield Overview(name, kind.title, kind.lead, kind.gather(knowledge), kind.script)


def _recommendations(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    """Advice by addressee, those with most of it first; what is repeated stands first."""
    groups: dict[str, list[Claim]] = defaultdict(list)
    for one in knowledge.claims_of(Recommendation):
        for addressee in one.statement.addressees:
            groups[addressee].append(one)

    def is_single(one: Claim) -> bool:
        return not (one.statement.repeats or knowledge.repeated_in.get(one.address))

    ranked = sorted(groups.items(), key=lambda group: -len(group[1]))
    return tuple(Group(id, tuple(sorted(said, key=is_single))) for id, said in ranked)


def _forecasts(knowledge: KnowledgeBase) -> tuple[Group, ...]:
    return grouped(grouped_by(lambda one: one.source, knowledge.claims_of(Forecast)))


def _matrix(knowledge: KnowledgeBase) -> Matrix:
    sources = knowledge.compared_sources
    groups = {}
    for collection in TRACKED:
        rows = []
        for id in knowledge.ids.get(collection, ()):
            count = Counter(one.source for one in knowledge.claims_about.get(id, ()))
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
            SourceCoverage(knowledge.entries[id], coverage_of(source), kinds, source.omitted)
        )
    records = tuple((name, len(knowledge.ids.get(name, ()))) for name in COLLECTIONS)
    return CoverageReport(tuple(lines), records)


class _Kind(NamedTuple):
    """A kind of overview: its title and lead, what gathers its content, and its script."""

    title: str
    lead: str
    gather: Callable[[KnowledgeBase], object]
    script: str = ""


OVERVIEWS = {
    "home": _Kind(
        "Intermestic",
        "What policy essays say about relations between the United States, Mexico and Canada: "
        "who did what, who said what and when, what was advised, and what came of it.",
        home,
    ),
    "timeline": _Kind(
        "Timeline",
        "What happened and when, with the lives of initiatives and the essays on the same axis.",
        timeline,
        "timeline",
    ),
    "network": _Kind(
        "Network of ties",
        "Who took part in what, who held which office, and what belongs to what.",
        network,
        "network",
    ),
    "recommendations": _Kind(
        "Recommendations",
        "What the essays say should be done, by who should act, and what later essays report.",
        _recommendations,
        "index",
    ),
    "forecasts": _Kind(
        "Forecasts",
        "What the essays expected, each with its hedge, and what later essays report.",
        _forecasts,
        "index",
    ),
    "figures": _Kind(
        "Figures",
        "Every number that an essay states as fact, when it held, and which can be compared.",
        figures,
        "table",
    ),
    "matrix": _Kind(
        "Who speaks of what",
        "How much each essay says of each initiative and in each policy area, silences included.",
        _matrix,
        "table",
    ),
    "compare": _Kind(
        "Two essays side by side",
        "For each two essays: where they meet, where they part, and what only one speaks of.",
        compare,
    ),
    "coverage": _Kind(
        "Coverage",
        "Every paragraph of every essay has statements, or a stated reason for having none.",
        _coverage,
        "table",
    ),
    "a-z": _Kind("A–Z index", "Every record under each of its names.", a_to_z),
}
