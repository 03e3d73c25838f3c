"""Agreements and differences: every proposition, and where each source stands on it."""

from dataclasses import dataclass

from intermestic.pages.base import Context, Page
from intermestic.pages.index import index_frame
from intermestic.pages.stances import StanceRow, stance_rows


@dataclass(frozen=True)
class AgreementsPage(Page):
    """All propositions by issue, the most divided first: issues as well as those of an issue."""

    rows: tuple[StanceRow, ...]

    @property
    def divided(self) -> int:
        """The number of propositions on which some source agrees and another does not."""
        return sum(row.is_divided for row in self.rows)


def agreements_page(context: Context, collection: str) -> AgreementsPage:
    """Return the page of all propositions, which are the records of `collection`."""
    rows = stance_rows(context, context.knowledge.ids.get(collection, ()))
    issues = list(dict.fromkeys(row.issue for row in rows))
    return AgreementsPage(
        index_frame(context, collection, "agreements", script=""),
        tuple(sorted(rows, key=lambda row: issues.index(row.issue))),
    )
