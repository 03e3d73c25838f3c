"""The rows of tables of initiatives: how long each lasted, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from intermestic.pages.base import Context
from intermestic.pages.links import Ref
from intermestic.records.dates import EdtfDate
from intermestic.records.models import Initiative


@dataclass(frozen=True)
class InitiativeRow:
    """An initiative: its life, its state and since when, and who says so on which date."""

    initiative: Ref
    when: EdtfDate | None
    state: str
    since: EdtfDate | None
    cites: tuple[Ref, ...]
    date: EdtfDate


def initiative_row(context: Context, id: str, initiative: Initiative) -> InitiativeRow:
    """Return the row of the initiative with this id."""
    standing = initiative.standing
    return InitiativeRow(
        initiative=context.links.ref(id),
        when=initiative.when,
        state=standing.state,
        since=standing.when,
        cites=context.links.cites(standing.cite),
        date=context.knowledge.source(standing.cite[0].source).date,
    )


def initiative_rows(context: Context, ids: Iterable[str]) -> tuple[InitiativeRow, ...]:
    """Return the row of each of the initiatives `ids`."""
    records = ((id, context.knowledge.entries[id].record) for id in ids)
    return tuple(
        initiative_row(context, id, record)
        for id, record in records
        if isinstance(record, Initiative)
    )
