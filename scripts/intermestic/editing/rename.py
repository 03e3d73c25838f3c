"""Renaming of a record or a statement: its id changes everywhere.

The old address of a record that an edition has redirects; others leave nothing behind.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from intermestic.editing.edits import Edit, edited, line_below, listed, new_id, text_of
from intermestic.editing.forms import FORMER
from intermestic.editing.usages import Usage, page_usages, references, usages, usages_by_form
from intermestic.problems import WHOLE_FILE, Place, Problem, RefusedError, did_you_mean, quoted
from intermestic.reading.load import RawRecord, tree_of
from intermestic.reading.project import Project
from intermestic.reading.validate import ValidRecord, validate
from intermestic.reading.yaml_tree import Scalar, scalars
from intermestic.records.fields import StatementAddress
from intermestic.records.names import closest, is_id, slug
from intermestic.records.source import Source
from intermestic.texts.numbered import text_file


@dataclass(frozen=True)
class Renaming:
    """The changes of a renaming: file to its new content, or to None if the file goes."""

    changes: Mapping[Path, bytes | None]
    references: int


def rename(
    project: Project, old: str, new: str, published: Container[str]
) -> tuple[Renaming | None, list[Problem]]:
    """Return the changes that give the record `old` the id `new`, or None and the problems.

    All files keep their comments and layout. A record that is `published`, or had other ids, keeps
    its old id among its former ones. Raises RefusedError if there is no record `old`, or if `new`
    is not an id or taken.
    """
    raw = _record(project, old, new, published)
    places = usages(project.root, project.valid, old)
    places += page_usages(project.root, raw.collection, old)
    problems = [_not_literal(usage, old) for usage in places if usage.start == usage.end]
    sound = {valid.raw.file for valid in project.valid}
    for file in sorted({problem.place.file for problem in project.problems} - sound):
        sure, unsure = usages_by_form(project.root, file, old)
        places += sure
        problems += [_unclear(usage, old) for usage in unsure[:1]]
    if problems:
        return None, problems
    edits: dict[str, list[Edit]] = defaultdict(list)
    for usage in places:
        edits[usage.place.file].append((usage.start, usage.end, new))
    own = project.root / raw.file
    if old in published or FORMER in raw.tree:
        edits[raw.file].append(_former_ids(raw, text_of(own.read_bytes()), old, new))
    changes, problems = _changes(project, edits, {old})
    changes |= _moved(own, changes.get(own, own.read_bytes()), new)
    texts = text_file(project.root, old)
    if raw.collection == "sources" and texts.is_file():
        changes |= _moved(texts, texts.read_bytes(), new)
    return (None if problems else Renaming(changes, len(places))), problems


def rename_statement(
    project: Project, address: str, new: str, published: Container[str]
) -> tuple[Renaming | None, list[Problem]]:
    """Return the changes that give the statement source/statement the id `new`, or the problems.

    Raises RefusedError if there is none, if it is `published`, or if `new` is not an id or taken.
    """
    source, _, old = address.partition("/")
    found = next((valid for valid in project.valid if valid.raw.id == source), None)
    if found is None or not isinstance(found.record, Source):
        raise RefusedError(f"no source {quoted(source)} without problems")
    ids = [statement.id for statement in found.record.statements]
    if old not in ids:
        hint = did_you_mean(closest(old, ids))
        raise RefusedError(f"no statement of {source} has the id {quoted(old)}{hint}")
    if address in published:
        raise RefusedError(f"an edition has {quoted(address)}, whose address stays")
    _check_id(new)
    if new in ids:
        raise RefusedError(f"another statement of {source} has the id {quoted(new)}")
    id = found.raw.node(("statements", ids.index(old), "id"))
    text = text_of((project.root / found.raw.file).read_bytes())
    edits: dict[str, list[Edit]] = defaultdict(list)
    edits[found.raw.file].append(new_id(cast(Scalar, id), new, text))
    references = 0
    for valid in project.valid:
        for path, marks, value in valid.values:
            if value == address and any(isinstance(mark, StatementAddress) for mark in marks):
                node = cast(Scalar, valid.raw.node(path))
                edits[valid.raw.file].append((node.start, node.end, f"{source}/{new}"))
                references += 1
    changes, problems = _changes(project, edits, set())
    return (None if problems else Renaming(changes, references)), problems


def _changes(
    project: Project, edits: Mapping[str, list[Edit]], gone: Collection[str]
) -> tuple[dict[Path, bytes | None], list[Problem]]:
    """Return the files with their edits, and what is wrong with them; no id that is `gone` stays.

    Records that had problems before are not read again.
    """
    changes: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    sound = {valid.raw.file: valid for valid in project.valid}
    for file, changed in edits.items():
        content = edited(project.root / file, changed)
        if file in sound:
            problems += _misread(sound[file], text_of(content), gone)
        changes[project.root / file] = content
    return changes, problems


def _record(project: Project, old: str, new: str, published: Container[str]) -> RawRecord:
    """Return the record to be renamed; raise RefusedError as `rename` says."""
    if old not in project.loaded.collection_of:
        hint = did_you_mean(closest(old, project.loaded.collection_of))
        raise RefusedError(f"no record has the id {quoted(old)}{hint}")
    found = next((raw for raw in project.loaded.records if raw.id == old), None)
    is_sound = any(valid.raw is found for valid in project.valid)
    if found is None or (old in published and not is_sound):
        raise RefusedError(f"the record {quoted(old)} has problems; mend them first")
    _check_id(new)
    taken = new in project.loaded.collection_of
    if taken or any(new in v.record.former_ids for v in project.valid if v.raw is not found):
        raise RefusedError(f"another record {'has' if taken else 'had'} the id {quoted(new)}")
    return found


def _check_id(new: str) -> None:
    if not is_id(new):
        hint = did_you_mean(slug(new) if is_id(slug(new)) and slug(new) != new else "")
        raise RefusedError(f"{quoted(new)} is not an id of lower-case words and hyphens{hint}")


def _not_literal(usage: Usage, id: str) -> Problem:
    found = f"found {quoted(id)}, but not letter for letter"
    return Problem(usage.place, usage.field, found, "it without escapes")


def _unclear(usage: Usage, id: str) -> Problem:
    """Return the problem of an id in a broken record: of a mere word nobody knows what it means."""
    place = replace(usage.place, column=1)
    return Problem(
        place, WHOLE_FILE, f"found {quoted(id)} in a record with problems", "these mended first"
    )


def _former_ids(raw: RawRecord, text: str, old: str, new: str) -> Edit:
    """Return the edit that adds `old` to the former ids, before the others, of which `new` goes.

    The first id of all stays, and stays last, even if it is that of the record once more.
    """
    if FORMER not in raw.tree:
        name = raw.tree["name"]
        end = name.end if isinstance(name, Scalar) else 0
        return line_below(text, end, f"{FORMER}: [{old}]")
    *others, first = scalars(raw.tree[FORMER])
    ids = [*(id for id in others if id != new), first]
    return listed(text, raw.tree[FORMER], ids if old == first else [old, *ids])


def _misread(before: ValidRecord, text: str, gone: Collection[str]) -> Iterable[Problem]:
    """Return problems of `text` as the new content of a file, which must say what it said."""
    file = before.raw.file
    tree, problems = tree_of(text, before.raw.collection, file)
    if tree is None:
        return problems
    after, problems = validate([replace(before.raw, tree=tree)])
    if problems:
        return problems
    ids = [[id for _, id, _ in references(valid.record)] for valid in (before, *after)]
    left = next((id for id in ids[1] if id in gone), "")
    if len(ids[0]) != len(ids[1]) or left:
        return [Problem(Place(file), WHOLE_FILE, f"found {quoted(left)} left over", "none")]
    return []


def _moved(path: Path, content: bytes | None, id: str) -> dict[Path, bytes | None]:
    return {path.with_name(id + path.suffix): content, path: None}
