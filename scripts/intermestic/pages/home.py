"""The home page: the sources, and what they speak of most."""

from dataclasses import dataclass

from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.records.models import COLLECTIONS

# So many initiatives stand on it.
INITIATIVES_SHOWN = 10
# Where to see the whole, those first that most readers want.
OVERVIEWS_SHOWN = (
    "timeline", "recommendations", "forecasts", "compare", "matrix", "figures", "coverage", "a-z",
)  # fmt: skip


@dataclass(frozen=True)
class Home:
    """What the home page shows: the sources, what is most spoken of, and how much there is.

    `records`: collection to the number of its records.
    """

    sources: tuple[Entry, ...]
    areas: tuple[tuple[str, int], ...]
    initiatives: tuple[tuple[str, int], ...]
    statements: int
    records: dict[str, int]
    overviews: tuple[str, ...] = OVERVIEWS_SHOWN


def home(knowledge: KnowledgeBase) -> Home:
    """The widest policy areas and the initiatives of which most is said."""
    sources = knowledge.ids.get("sources", ())
    areas = _most_spoken_of(knowledge, "policy_areas")
    return Home(
        sources=tuple(knowledge.entries[id] for id in sources),
        areas=tuple((id, n) for id, n in areas if not knowledge.entries[id].record.parent),
        initiatives=_most_spoken_of(knowledge, "initiatives")[:INITIATIVES_SHOWN],
        statements=sum(len(knowledge.claims_in.get(id, ())) for id in sources),
        records={name: len(knowledge.ids.get(name, ())) for name in COLLECTIONS},
    )


def _most_spoken_of(knowledge: KnowledgeBase, collection: str) -> tuple[tuple[str, int], ...]:
    ids = knowledge.ids.get(collection, ())
    said = [(id, len(knowledge.claims_about.get(id, ()))) for id in ids]
    return tuple(sorted(said, key=lambda item: -item[1]))
