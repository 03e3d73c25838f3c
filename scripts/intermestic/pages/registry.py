"""All pages of the site: those of records, the overviews, and those at former addresses."""

from collections.abc import Callable, Iterator

from intermestic.pages.a_to_z import a_to_z_page
from intermestic.pages.base import Context, Page
from intermestic.pages.compare import compare_page
from intermestic.pages.coverage import coverage_page
from intermestic.pages.editions import editions_page
from intermestic.pages.figures import figures_page
from intermestic.pages.forecasts import forecasts_page
from intermestic.pages.former import redirect_page, withdrawn_page
from intermestic.pages.glossary import glossary_page
from intermestic.pages.home import home_page
from intermestic.pages.index import index_page
from intermestic.pages.matrix import matrix_page
from intermestic.pages.network import network_page
from intermestic.pages.recommendations import recommendations_page
from intermestic.pages.record import record_page
from intermestic.pages.source import source_page
from intermestic.pages.statements import statements_page
from intermestic.pages.timeline import timeline_page
from intermestic.records.models import COLLECTIONS, Source, Term

# The pages that gather from the whole knowledge base.
OVERVIEWS: tuple[Callable[[Context], Page], ...] = (
    home_page,
    timeline_page,
    network_page,
    recommendations_page,
    forecasts_page,
    figures_page,
    matrix_page,
    compare_page,
    coverage_page,
    a_to_z_page,
    editions_page,
)


def pages(context: Context) -> Iterator[Page]:
    """Yield every page that is made from the records and their editions."""
    for collection, model in COLLECTIONS.items():
        index = glossary_page if issubclass(model, Term) else index_page
        yield index(context, collection)
        yield from _record_pages(context, context.knowledge.ids.get(collection, ()))
    yield from (overview(context) for overview in OVERVIEWS)
    for withdrawn in context.history.withdrawn:
        yield from (withdrawn_page(context, withdrawn, path) for path in withdrawn.pages)


def _record_pages(context: Context, ids: tuple[str, ...]) -> Iterator[Page]:
    entries = [context.knowledge.entries[id] for id in ids]
    for entry, before, after in zip(entries, (None, *entries), (*entries[1:], None), strict=False):
        if isinstance(entry.record, Source):
            yield source_page(context, entry, before, after)
        else:
            page = record_page(context, entry, before, after)
            yield page
            for claims in page.by_source:
                if claims.page:
                    yield statements_page(context, entry, page.about, claims.id)
        for former_id in entry.former_ids:
            yield redirect_page(context, entry, former_id)
