"""All pages of the site: those of records, the overviews, and those at former addresses.

A page is made by itself, when it is asked for: a preview makes only those that are looked at.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import combinations

from intermestic import addresses
from intermestic.pages.a_to_z import a_to_z_page
from intermestic.pages.base import Context, Page
from intermestic.pages.compare import compare_page, pair_page
from intermestic.pages.coverage import coverage_page
from intermestic.pages.editions import editions_page
from intermestic.pages.figures import figures_page
from intermestic.pages.former import redirect_page, whole_source_page, withdrawn_page
from intermestic.pages.home import home_page
from intermestic.pages.index import glossary_page, index_page
from intermestic.pages.ledger import forecasts_page, recommendations_page
from intermestic.pages.matrix import matrix_page
from intermestic.pages.network import network_page
from intermestic.pages.record import record_page
from intermestic.pages.source import source_page
from intermestic.pages.stances import agreements_page
from intermestic.pages.statements import sources_apart, statements_page
from intermestic.pages.timeline import timeline_page
from intermestic.records.base import Record
from intermestic.records.models import COLLECTIONS, DateRecord, Proposition, Term
from intermestic.records.source import Source

MakePage = Callable[[], Page]

# The pages that gather from the whole knowledge base, by their paths.
OVERVIEWS: Mapping[str, Callable[[Context], Page]] = {
    addresses.HOME: home_page,
    addresses.index("timeline"): timeline_page,
    addresses.index("network"): network_page,
    addresses.index("recommendations"): recommendations_page,
    addresses.index("forecasts"): forecasts_page,
    addresses.index("figures"): figures_page,
    addresses.index("matrix"): matrix_page,
    addresses.index("compare"): compare_page,
    addresses.index("coverage"): coverage_page,
    addresses.index("a-z"): a_to_z_page,
    addresses.index(addresses.EDITIONS): editions_page,
}

GATHERING = (*map(addresses.index, COLLECTIONS), *OVERVIEWS)

# The index of a collection, if it is of a kind of its own.
INDEXES: Mapping[type[Record], Callable[[Context, str], Page]] = {
    Term: glossary_page,
    Proposition: agreements_page,
}


def makers(context: Context) -> dict[str, MakePage]:
    """Return what makes each page from the records and their editions, by its path."""
    found: dict[str, MakePage] = {}
    for collection, model in COLLECTIONS.items():
        index = INDEXES.get(model, index_page)
        found[addresses.index(collection)] = partial(index, context, collection)
        found.update(_of_records(context, collection))
    for path, overview in OVERVIEWS.items():
        found[path] = partial(overview, context)
    for older, newer in combinations(context.knowledge.compared_sources, 2):
        found[addresses.pair(older, newer)] = partial(pair_page, context, older, newer)
    for withdrawn in context.history.withdrawn:
        for path in withdrawn.pages:
            found[path] = partial(withdrawn_page, context, withdrawn, path)
    return found


def pages(context: Context) -> Iterator[Page]:
    """Yield every page that is made from the records and their editions."""
    return (make() for make in makers(context).values())


def _of_records(context: Context, collection: str) -> Iterator[tuple[str, MakePage]]:
    knowledge = context.knowledge
    entries = [knowledge.entries[id] for id in knowledge.ids.get(collection, ())]
    for entry, before, after in zip(entries, (None, *entries), (*entries[1:], None), strict=False):
        is_source = isinstance(entry.record, Source)
        of_record = source_page if is_source else record_page
        path = addresses.page(collection, entry.id)
        # What stands before and after it says something only of what is in the order of time.
        is_dated = isinstance(entry.record, (DateRecord, Source))
        beside = (before, after) if is_dated else (None, None)
        yield path, partial(of_record, context, entry, *beside)
        for source in () if is_source else sources_apart(knowledge, entry.id):
            path = addresses.statements(collection, entry.id, source)
            of_source = whole_source_page if entry.id in knowledge.scene else statements_page
            yield path, partial(of_source, context, entry, source)
        for former_id in entry.former_ids:
            path = addresses.page(collection, former_id)
            yield path, partial(redirect_page, context, entry, former_id)
