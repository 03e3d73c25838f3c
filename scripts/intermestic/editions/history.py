"""The editions: what changed from one to the next, and what is gone.

An edition is kept as the JSON file with everything, and never changes; its SHA-256 in
data/publication.yml vouches for that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from intermestic import addresses
from intermestic.editions.differences import RENAMED, Difference, Differences, compare
from intermestic.editions.permanence import ReleasedEdition, newest_with
from intermestic.editions.snapshot import NOTHING, Snapshot
from intermestic.knowledge import KnowledgeBase
from intermestic.records.publication import Edition, Publication, Withdrawal


@dataclass(frozen=True)
class EditionChanges:
    """The changes in an `edition` since the one `before`; in the first, everything.

    `edition` is None for what has changed since the newest.
    """

    edition: Edition | None
    before: Edition | None
    differences: Differences


@dataclass(frozen=True)
class Change:
    """The changes on a record's page in an `edition`, or, if that is None, since the newest."""

    edition: Edition | None
    differences: tuple[Difference, ...]

    @property
    def records(self) -> tuple[Difference, ...]:
        """The changes in the record itself."""
        return tuple(d for d in self.differences if not d.is_statement)

    @property
    def statements(self) -> tuple[Difference, ...]:
        """The changes in statements about it, or, of a source, in those it makes."""
        return tuple(d for d in self.differences if d.is_statement)


@dataclass(frozen=True)
class Withdrawn:
    """A record or statement that is no longer there: `words` is its name or text.

    `last` is the newest edition that has it. A record has `pages`, where it stood; a statement
    has the `source` that made it.
    """

    withdrawal: Withdrawal
    last: Edition
    words: str
    pages: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class EditionHistory:
    """The changes of each edition, newest first, and all that is withdrawn."""

    steps: tuple[EditionChanges, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    def history(self, id: str) -> tuple[Change, ...]:
        """Return the changes on the page of the record `id`, oldest first, through renamings."""
        changes: list[Change] = []
        for step in self.steps:
            if found := step.differences.of(id):
                changes.append(Change(step.edition, found))
            id = next((d.former_id for d in found if d.change == RENAMED), id)
        return tuple(reversed(changes))

    def withdrawn_from(self, source: str) -> tuple[Withdrawn, ...]:
        """Return the statements that the source with this id no longer makes."""
        return tuple(gone for gone in self.withdrawn if gone.source == source)


NO_HISTORY = EditionHistory()


def history_of(
    publication: Publication,
    released: Sequence[ReleasedEdition],
    now: Snapshot,
    knowledge: KnowledgeBase,
) -> EditionHistory:
    """Return what changed from one of the editions that are `released` to the next, and until now.

    `now` holds the records of the `knowledge` base; `check_permanence` found that they keep what
    the editions have.
    """
    withdrawn = tuple(_withdrawn(publication, released, knowledge))
    return EditionHistory(tuple(_steps(publication, released, now)), withdrawn)


def _steps(
    publication: Publication, released: Sequence[ReleasedEdition], now: Snapshot
) -> Iterator[EditionChanges]:
    in_the_making = publication.edition if publication.edition.sha256 is None else None
    latest = _step(in_the_making, now, released[0] if released else None)
    if in_the_making or latest.differences:
        yield latest
    for edition, before in zip_longest(released, released[1:]):
        yield _step(edition.edition, edition.content, before)


def _step(
    edition: Edition | None, content: Snapshot, before: ReleasedEdition | None
) -> EditionChanges:
    if before is None:
        return EditionChanges(edition, None, compare(NOTHING, content))
    return EditionChanges(edition, before.edition, compare(before.content, content))


def _withdrawn(
    publication: Publication, released: Sequence[ReleasedEdition], knowledge: KnowledgeBase
) -> Iterator[Withdrawn]:
    """Yield what is withdrawn, all of which an edition has."""
    for withdrawal in publication.withdrawn:
        if not (found := newest_with(withdrawal.id, released)):
            continue
        last, was = found
        if "source" in was:
            source = knowledge.by_any_id.get(was["source"])
            yield Withdrawn(withdrawal, last, was["plain"], source=source.id if source else "")
        else:
            ids = (was["id"], *was["former_ids"])
            pages = tuple(addresses.page(was["collection"], id) for id in ids)
            yield Withdrawn(withdrawal, last, was["name"], pages)
