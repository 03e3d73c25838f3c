"""The rules that keep what is cited.

Nothing in a released edition changes, and nothing of it vanishes from the records without a word.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from intermestic import addresses
from intermestic.editions.snapshot import Json, Snapshot
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import WHOLE_FILE, Place, Problem, quoted
from intermestic.reading.publication import problem
from intermestic.records.names import closest
from intermestic.records.prose import links
from intermestic.records.publication import FILE, Edition, Publication, Withdrawal
from intermestic.records.walk import FieldPath


@dataclass(frozen=True)
class ReleasedEdition:
    """An edition that is out, and what is in it."""

    edition: Edition
    content: Snapshot


def read_released(
    root: Path, publication: Publication
) -> tuple[list[ReleasedEdition], list[Problem]]:
    """Return the editions that are out, newest first, and what is wrong with their files.

    Of all editions only the newest may not be out yet.
    """
    released: list[ReleasedEdition] = []
    problems: list[Problem] = []
    for index, edition in enumerate(publication.editions):
        if index == 0 and edition.sha256 is None:
            continue
        path = ("editions", index, "sha256")
        name = f"docs/{addresses.edition_file(edition.number)}"
        try:
            content = (root / name).read_bytes()
        except OSError:
            problems.append(problem(root, path, f"no file {name}", "the edition as it came out"))
            continue
        found = sha256(content).hexdigest()
        if found != edition.sha256:
            expected = f"{found}, that of {name}; an edition that is out never changes"
            problems.append(problem(root, path, f"found {edition.sha256 or 'none'}", expected))
            continue
        try:
            released.append(ReleasedEdition(edition, Snapshot.parse(content)))
        except ValueError as error:
            problems.append(problem(root, path, f"found something else in {name}", str(error)))
    return released, problems


def released_ids(released: Iterable[ReleasedEdition]) -> set[str]:
    """Return the ids of all records of the editions, and the addresses of their statements."""
    return {id for it in released for id in (*it.content.records, *it.content.statements)}


def newest_with(id: str, released: Iterable[ReleasedEdition]) -> tuple[Edition, Json] | None:
    """Return the newest edition that has a record or statement, and the JSON of that.

    `id` is the record's id, or source/statement.
    """
    for release in released:
        if found := release.content.records.get(id) or release.content.statements.get(id):
            return release.edition, found
    return None


def check_permanence(
    root: Path,
    publication: Publication,
    released: Sequence[ReleasedEdition],
    now: KnowledgeBase,
    left_out: Iterable[str] = (),
) -> Iterator[Problem]:
    """Yield what vanished of the released editions, and what is wrong with withdrawals.

    Records that are `left_out` are there, though not in `now`.
    """
    withdrawn: set[str] = set()
    for index, withdrawal in enumerate(publication.withdrawn):
        for path, *message in _breaches(withdrawal, released, now):
            yield problem(root, ("withdrawn", index, *path), *message)
        withdrawn.add(withdrawal.id)
        if found := newest_with(withdrawal.id, released):
            withdrawn.update(found[1].get("former_ids", ()))
    accounted = set(left_out)
    for release in released:
        for id, record in release.content.records.items():
            if id not in withdrawn:
                yield from _vanished(release, record, now, withdrawn | accounted)
        accounted |= {*release.content.records, *release.content.statements}


def _breaches(
    withdrawal: Withdrawal, released: Sequence[ReleasedEdition], now: KnowledgeBase
) -> Iterator[tuple[FieldPath, str, str, str]]:
    """Yield what is wrong with a withdrawal: where, what was found, what expected, a guess."""
    found = f"found {quoted(withdrawal.id)}"
    statements = {claim.address for claim in now.claims}
    present = {*now.by_any_id, *statements}
    past = released_ids(released)
    if withdrawal.id in present:
        yield ("id",), f"{found}, which is there", "what is no longer there", ""
    elif withdrawal.id not in past:
        expected = "a record, or source/statement, of an edition that is out"
        yield ("id",), found, expected, closest(withdrawal.id, past - present)
    known = {*now.entries, *statements}
    for index, id in enumerate(withdrawal.see):
        if id not in known:
            expected = "the id of a record, or source/statement"
            yield ("see", index), f"found {quoted(id)}", expected, closest(id, known)
    for target in links(withdrawal.reason):
        if target.id not in now.entries:
            found = f"found a link to {quoted(target.id)}"
            yield ("reason",), found, "the id of a record", closest(target.id, now.entries)


def _vanished(
    released: ReleasedEdition, record: Json, now: KnowledgeBase, accounted: Container[str]
) -> Iterator[Problem]:
    """Yield a problem for a record of an edition, or a statement of it, that has no address now."""
    as_cited = f"as in edition {released.edition.number}"
    here = now.by_any_id.get(record["id"])
    if here is None:
        expected = f"it {as_cited}, its id among former_ids, or why it is withdrawn in {FILE}"
        if record["id"] not in accounted:
            yield Problem(Place(record["file"]), WHOLE_FILE, "no such file", expected)
        return
    if here.collection != record["collection"] and record["id"] not in accounted:
        expected = f"it in {record['collection']}, {as_cited}, for its address must stay"
        yield Problem(Place(here.file), WHOLE_FILE, f"found it in {here.collection}", expected)
    ids = {claim.statement.id for claim in now.claims_in.get(here.id, ())}
    for statement in record.get("statements", ()):
        id, address = statement["id"], statement["address"]
        if id not in ids and address not in accounted:
            expected = f"it {as_cited}, or why it is withdrawn in {FILE}"
            found = f"no {quoted(address)}"
            yield Problem(Place(here.file), "statements", found, expected)
