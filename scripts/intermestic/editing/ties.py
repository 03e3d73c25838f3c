"""What ties a source to records that are there already, and may still have to be written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.records.base import Account, Discussed
from intermestic.records.citations import paragraphs
from intermestic.records.models import DateRecord, Initiative, Position, Proposition


@dataclass(frozen=True)
class Tie:
    """A record, or a statement of it in a line of its file, that a source may change; and why."""

    id: str
    line: int
    why: str


class Ties:
    """The ties of one source. What shares more with it, and rarer records, comes first."""

    def __init__(self, knowledge: KnowledgeBase, source: str) -> None:
        self._knowledge = knowledge
        self._source = source
        self._declined = knowledge.source(source).declined
        # How often the source speaks of each record; areas around others are left out.
        self._spoken_of = Counter(
            id
            for id, claims in knowledge.claims_about.items()
            for claim in claims
            if claim.source == source
        )

    def to_look_for(self) -> list[Tie]:
        """Return earlier advice and forecasts, about the same records, not searched for yet."""
        about: dict[str, list[str]] = {}
        for id in self._spoken_of:
            for claim in self._knowledge.claims_about[id]:
                about.setdefault(claim.address, []).append(id)
        open_claims = [
            claim
            for claim in self._knowledge.claims
            if claim.address in about and self._source in self._knowledge.unsearched(claim)
        ]
        open_claims.sort(key=lambda claim: -self._weight(about[claim.address]))
        plain = self._knowledge.plain
        return [
            Tie(it.source, it.line, f"{paragraphs(it.statement.para)} {plain(it.statement.text)}")
            for it in open_claims
        ]

    def without_position(self) -> list[Tie]:
        """Return propositions, all about what the source speaks of, without its position."""
        weights = {
            id: self._weight(record.about)
            for id, record in self._knowledge.records(Proposition)
            if record.about
            and self._spoken_of.keys() >= set(record.about)
            and self._may_join(id, record.positions)
        }
        return [self._tie(id) for id in sorted(weights, key=weights.__getitem__, reverse=True)]

    def without_account(self) -> list[Tie]:
        """Return records of which others have an account; first what the source has most on."""
        found = [
            id
            for id in self._knowledge.in_order(self._spoken_of)
            if isinstance(record := self._knowledge.entries[id].record, Discussed)
            and record.accounts
            and self._may_join(id, record.accounts)
        ]
        return [
            self._tie(id) for id in sorted(found, key=self._spoken_of.__getitem__, reverse=True)
        ]

    def _may_join(self, id: str, there: Iterable[Account | Position]) -> bool:
        """Whether the source is not among those that are there, nor has declined to be."""
        return id not in self._declined and self._source not in {it.cite[0].source for it in there}

    def _tie(self, id: str) -> Tie:
        return Tie(id, 1, self._knowledge.entries[id].record.name)

    def to_read_again(self) -> list[Tie]:
        """Return records of which the source speaks that it may date, place or belie."""
        return [
            Tie(id, 1, f"{entry.record.name}: {', '.join(reasons)}")
            for id in self._knowledge.in_order(self._spoken_of)
            if (reasons := list(self._doubts(entry := self._knowledge.entries[id])))
        ]

    def _doubts(self, entry: Entry) -> Iterator[str]:
        record = entry.record
        if self._source in {cited.source for cited in record.cite}:
            return
        if isinstance(record, DateRecord) and record.type == "due":
            yield "was still due"
        if entry.date and entry.date.is_uncertain:
            yield f"is dated {entry.date}"
        if isinstance(record, Initiative) and self._is_older(record.standing.cite[0].source):
            yield f"{record.standing.cite[0].source} has it as {record.standing.state}"
        if record.note:
            yield "has a note"

    def _is_older(self, source: str) -> bool:
        order = self._knowledge.ids["sources"]
        return order.index(source) < order.index(self._source)

    def _weight(self, ids: Iterable[str]) -> float:
        """Return how much `ids` have in common with the source: much, if few speak of them."""
        return sum(1 / len(self._knowledge.claims_about[id]) for id in ids if id in self._spoken_of)
