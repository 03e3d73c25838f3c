"""The editions: what changed from one to the next, and what is gone.

An edition is kept as the file with everything (see `kb`), and never changes; its
SHA-256 in data/publication.yml vouches for that.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from intermestic import addresses
from intermestic.editions.differences import RENAMED, Difference, Differences, compare
from intermestic.editions.permanence import (
    ReleasedEdition,
    check_permanence,
    newest_with,
    read_released,
)
from intermestic.editions.snapshot import NOTHING, Snapshot, take
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem
from intermestic.reading.publication import Edition, Publication, Withdrawal


@dataclass(frozen=True)
class EditionChanges:
    """What changed in an `edition` from the one `before`; in the first, everything.

    `edition` is None for what has changed since the newest.
    """

    edition: Edition | None
    before: Edition | None
    differences: Differences


@dataclass(frozen=True)
class Change:
    """What changed on a record's page in an `edition`, or, if None, since the newest."""

    edition: Edition | None
    differences: tuple[Difference, ...]

    @property
    def records(self) -> tuple[Difference, ...]:
        """What changed in the record itself."""
        return tuple(one for one in self.differences if not one.is_statement)

    @property
    def statements(self) -> tuple[Difference, ...]:
        """Which statements about it changed, or, of a source, by it."""
        return tuple(one for one in self.differences if one.is_statement)


@dataclass(frozen=True)
class Withdrawn:
    """A record or statement that is no longer there: `words` is its name or text.

    `last` is the newest edition that has it. Of a record, `pages` are where it stood; of a
    statement, `source` is what said it.
    """

    withdrawal: Withdrawal
    last: Edition
    words: str
    pages: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class EditionHistory:
    """Every step, newest first, and all that is withdrawn."""

    steps: tuple[EditionChanges, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()

    def history(self, id: str) -> tuple[Change, ...]:
        """When the page of the record `id` came to be, and when it changed, oldest first."""
        changes: list[Change] = []
        for step in self.steps:
            if found := step.differences.of(id):
                changes.append(Change(step.edition, found))
            id = next((one.former_id for one in found if one.change == RENAMED), id)
        return tuple(reversed(changes))

    def withdrawn_from(self, source: str) -> tuple[Withdrawn, ...]:
        """The statements that the source with this id no longer makes."""
        return tuple(one for one in self.withdrawn if one.source == source)


NO_HISTORY = EditionHistory()


def read_history(
    root: Path,
    knowledge: KnowledgeBase,
    publication: Publication,
    left_out: Iterable[str] = (),
) -> tuple[EditionHistory | None, list[Problem]]:
    """The editions of the project at `root`, or None and what is wrong with them.

    That one has something which is neither in `knowledge`, nor `left_out` of it, nor withdrawn
    is a problem too.
    """
    kept, problems = read_released(root, publication)
    now = take(knowledge, publication)
    if not problems:
        problems = list(check_permanence(root, publication, kept, now, left_out))
    if problems:
        return None, problems
    withdrawn = tuple(_withdrawn(one, kept, now) for one in publication.withdrawn)
    return EditionHistory(tuple(_steps(publication, kept, now)), withdrawn), []


def _steps(
    publication: Publication, kept: Sequence[ReleasedEdition], now: Snapshot
) -> Iterator[EditionChanges]:
    in_the_making = publication.edition if publication.edition.sha256 is None else None
    latest = _step(in_the_making, now, kept[0] if kept else None)
    if in_the_making or latest.differences:
        yield latest
    for one, before in zip_longest(kept, kept[1:]):
        yield _step(one.edition, one.content, before)


def _step(
    edition: Edition | None, content: Snapshot, before: ReleasedEdition | None
) -> EditionChanges:
    if before is None:
        return EditionChanges(edition, None, compare(NOTHING, content))
    return EditionChanges(edition, before.edition, compare(before.content, content))


def _withdrawn(withdrawal: Withdrawal, kept: Sequence[ReleasedEdition], now: Snapshot) -> Withdrawn:
    last, was = newest_with(withdrawal.id, kept)
    if "source" in was:
        source = now.by_any_id.get(was["source"], {}).get("id", "")
        return Withdrawn(withdrawal, last, was["plain"], source=source)
    pages = (addresses.page(was["collection"], id) for id in (was["id"], *was["former_ids"]))
    return Withdrawn(withdrawal, last, was["name"], tuple(pages))
