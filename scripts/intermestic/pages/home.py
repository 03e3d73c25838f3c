"""The home page: the sources, what they speak of most, and the overviews."""

from dataclasses import dataclass

from intermestic import addresses
from intermestic.catalogue import words
from intermestic.links import Ref
from intermestic.pages.base import Context, Frame, Page
from intermestic.records.dates import EdtfDate
from intermestic.records.models import PolicyArea

# As many initiatives as it shows.
INITIATIVES_SHOWN = 10
# The overviews that it leads to, in the order in which most readers want them.
OVERVIEWS_SHOWN = (
    "timeline", "recommendations", "forecasts", "compare", "matrix", "figures", "coverage", "a-z",
)  # fmt: skip


@dataclass(frozen=True)
class Essay:
    """A source in a few words."""

    date: EdtfDate
    source: Ref
    authors: tuple[Ref, ...]
    statements: int
    paragraphs: int


@dataclass(frozen=True)
class HomePage(Page):
    """The home page. Areas and initiatives have the number of statements about them."""

    essays: tuple[Essay, ...]
    first_year: int
    last_year: int
    areas: tuple[tuple[Ref, int], ...]
    initiatives: tuple[tuple[Ref, int], ...]
    all_initiatives: Ref
    overviews: tuple[tuple[Ref, str], ...]
    statements: int


def home_page(context: Context) -> HomePage:
    """Return the home page. Raises ValueError if there is no source."""
    knowledge = context.knowledge
    sources = [source for _, source in knowledge.sources]
    if not sources:
        raise ValueError("a source at least")
    frame = Frame(addresses.HOME, context.site_name, "home", lead=words("home-lead"))
    initiatives = len(knowledge.ids.get("initiatives", ()))
    return HomePage(
        frame=context.gathering(frame),
        essays=tuple(_essay(context, id) for id in knowledge.ids["sources"]),
        first_year=sources[0].date.first[0],
        last_year=sources[-1].date.last[0],
        areas=tuple(
            (context.links.ref(id), count)
            for id, count in _most_spoken_of(context, "policy_areas")
            if _is_widest(context, id)
        ),
        initiatives=tuple(
            (context.links.ref(id), count)
            for id, count in _most_spoken_of(context, "initiatives")[:INITIATIVES_SHOWN]
        ),
        all_initiatives=Ref(
            words("all-initiatives", count=initiatives), addresses.index("initiatives")
        ),
        overviews=tuple(
            (Ref(words(f"{name}-title"), addresses.index(name)), words(f"{name}-lead"))
            for name in OVERVIEWS_SHOWN
        ),
        statements=sum(len(knowledge.claims_in.get(id, ())) for id in knowledge.ids["sources"]),
    )


def _essay(context: Context, id: str) -> Essay:
    source = context.knowledge.source(id)
    return Essay(
        date=source.date,
        source=context.links.ref(id, source.title or source.name),
        authors=context.links.refs(source.authors),
        statements=len(source.statements),
        paragraphs=source.paragraphs,
    )


def _is_widest(context: Context, id: str) -> bool:
    record = context.knowledge.entries[id].record
    return isinstance(record, PolicyArea) and not record.parent


def _most_spoken_of(context: Context, collection: str) -> list[tuple[str, int]]:
    about = context.knowledge.claims_about
    counts = [(id, len(about.get(id, ()))) for id in context.knowledge.ids.get(collection, ())]
    return sorted(counts, key=lambda item: -item[1])
