"""What is cited must stay: the editions that are out, as they are kept, and the rules that
nothing in them changes and that nothing of them vanishes from the records without a word.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from intermestic import addresses
from intermestic.editions.snapshot import Json, Snapshot, parse
from intermestic.problems import Place, Problem, quoted
from intermestic.reading.load import WHOLE_FILE
from intermestic.reading.publication import FILE, Edition, Publication, Withdrawal, problem
from intermestic.records.names import closest
from intermestic.records.prose import links
from intermestic.records.walk import FieldPath


@dataclass(frozen=True)
class ReleasedEdition:
    """An edition that is out, and what is in it."""

    edition: Edition
    content: Snapshot


def read_released(
    root: Path, publication: Publication
) -> tuple[list[ReleasedEdition], list[Problem]]:
    """The editions that are out, newest first, or what is wrong with their files.

    Of all editions only the newest may not be out yet.
    """
    kept: list[ReleasedEdition] = []
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
            kept.append(ReleasedEdition(edition, parse(content)))
        except ValueError as error:
            problems.append(problem(root, path, f"found something else in {name}", str(error)))
    return kept, problems


def newest_with(id: str, kept: Iterable[ReleasedEdition]) -> tuple[Edition, Json] | None:
    """The newest edition that has a record or statement (source/statement), and the record or
    statement in it.
    """
    for one in kept:
        if found := one.content.records.get(id) or one.content.statements.get(id):
            return one.edition, found
    return None


def check_permanence(
    root: Path,
    publication: Publication,
    kept: Sequence[ReleasedEdition],
    now: Snapshot,
    left_out: Iterable[str] = (),
) -> Iterator[Problem]:
    """What vanished of the editions that are out, and what is wrong with how it was withdrawn.

    Records that are `left_out` are there, though not in `now`.
    """
    withdrawn: set[str] = set()
    for index, withdrawal in enumerate(publication.withdrawn):
        for path, *message in _breaches(withdrawal, kept, now):
            yield problem(root, ("withdrawn", index, *path), *message)
        _, was = newest_with(withdrawal.id, kept) or (None, {})
        withdrawn |= {withdrawal.id, *was.get("former_ids", ())}
    accounted = set(left_out)
    for one in kept:
        for id, record in one.content.records.items():
            if id not in withdrawn:
                yield from _vanished(one, record, now, withdrawn | accounted)
        accounted |= {*one.content.records, *one.content.statements}


def _breaches(
    withdrawal: Withdrawal, kept: Sequence[ReleasedEdition], now: Snapshot
) -> Iterator[tuple[FieldPath, str, str, str]]:
    """What is wrong with a withdrawal: where in it, what was found, what expected, a guess."""
    found = f"found {quoted(withdrawal.id)}"
    present = {*now.by_any_id, *now.statements}
    past = {id for one in kept for id in (*one.content.records, *one.content.statements)}
    if withdrawal.id in present:
        yield ("id",), f"{found}, which is there", "what is no longer there", ""
    elif withdrawal.id not in past:
        expected = "a record, or source/statement, of an edition that is out"
        yield ("id",), found, expected, closest(withdrawal.id, past - present)
    known = {*now.records, *now.statements}
    for index, id in enumerate(withdrawal.see):
        if id not in known:
            expected = "the id of a record, or source/statement"
            yield ("see", index), f"found {quoted(id)}", expected, closest(id, known)
    for target in links(withdrawal.reason):
        if target.id not in now.records:
            found = f"found a link to {quoted(target.id)}"
            yield ("reason",), found, "the id of a record", closest(target.id, now.records)


def _vanished(
    kept: ReleasedEdition, record: Json, now: Snapshot, accounted: Container[str]
) -> Iterator[Problem]:
    """Whether a record of an edition, or a statement of it, stands at its address no more."""
    as_cited = f"as in edition {kept.edition.number}"
    here = now.by_any_id.get(record["id"])
    if here is None:
        expected = f"it {as_cited}, its id among former_ids, or why it is withdrawn in {FILE}"
        if record["id"] not in accounted:
            yield Problem(Place(record["file"]), WHOLE_FILE, "no such file", expected)
        return
    if here["collection"] != record["collection"] and record["id"] not in accounted:
        expected = f"it in {record['collection']}, {as_cited}, for its address must stay"
        yield Problem(
            Place(here["file"]), WHOLE_FILE, f"found it in {here['collection']}", expected
        )
    ids = [statement["id"] for statement in here.get("statements", ())]
    for statement in record.get("statements", ()):
        id, address = statement["id"], statement["address"]
        if id not in ids and address not in accounted:
            expected = f"it {as_cited}, or why it is withdrawn in {FILE}"
            found = f"no {quoted(address)}"
            yield Problem(Place(here["file"]), "statements", found, expected)
