"""The ledger of forecasts: what each source expected, and what came of it."""

from dataclasses import dataclass

from intermestic.links import Ref
from intermestic.pages.base import Context, Page, ShownClaim
from intermestic.records.dates import EdtfDate
from intermestic.records.statements import Forecast


@dataclass(frozen=True)
class Forecasts:
    """What one source expected."""

    id: str
    source: Ref
    date: EdtfDate
    claims: tuple[ShownClaim, ...]


@dataclass(frozen=True)
class ForecastsPage(Page):
    """The forecasts of each source, the oldest source first."""

    sources: tuple[Forecasts, ...]


def forecasts_page(context: Context) -> ForecastsPage:
    """Return the ledger of forecasts."""
    by_source = {
        id: [
            c for c in context.knowledge.claims_in.get(id, ()) if isinstance(c.statement, Forecast)
        ]
        for id, _ in context.knowledge.sources
    }
    return ForecastsPage(
        context.overview("forecasts", "index"),
        tuple(
            Forecasts(
                id, context.links.ref(id), context.knowledge.source(id).date, context.claims(claims)
            )
            for id, claims in by_source.items()
            if claims
        ),
    )
