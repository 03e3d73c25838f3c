"""Renaming of a record or a statement: its id changes everywhere.

The old address of a record that an edition has redirects; others leave nothing behind.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from intermestic.editing.edits import MARK, Edit, edited, new_id, newline, text_of
from intermestic.editing.usages import Usage, page_usages, references, sure_usages, usages
from intermestic.problems import WHOLE_FILE, Place, Problem, RefusedError, did_you_mean, quoted
from intermestic.reading.load import RawRecord, read_text, tree_of
from intermestic.reading.project import Project
from intermestic.reading.validate import ValidRecord, validate
from intermestic.reading.yaml_tree import Items, Scalar
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
    unclear, clear = _in_broken_files(project, old)
    problems += unclear
    if problems:
        return None, problems
    places += clear
    edits: dict[str, list[Edit]] = defaultdict(list)
    for usage in places:
        edits[usage.place.file].append((usage.start, usage.end, new))
    own = raw.file
    if old in published or "former_ids" in raw.tree:
        edits[own].append(_former_id(raw, text_of(project.root / own), old, new))
    changes, problems = _changes(project, edits, {old})
    own_text = changes.get(project.root / own, (project.root / own).read_bytes())
    changes |= _moved(project.root / own, own_text, new)
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
    text = text_of(project.root / found.raw.file)
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
        text = edited(text_of(project.root / file), changed)
        if file in sound:
            problems += _misread(sound[file], text, gone)
        changes[project.root / file] = text.encode()
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


def _in_broken_files(project: Project, id: str) -> tuple[list[Problem], list[Usage]]:
    """Return where records with problems may or may not mean the id, and where they surely do.

    A link and a citation are sure; of a mere word nobody knows what it means there.
    """
    sound = {valid.raw.file for valid in project.valid}
    problems, clear = [], []
    for file in sorted({problem.place.file for problem in project.problems} - sound):
        text = read_text(project.root / file, file)[0] or ""
        found = sure_usages(file, text, id)
        clear += found
        known = {usage.start for usage in found}
        for match in re.finditer(rf"(?<![\w-]){re.escape(id)}(?![\w-])", text):
            if match.start() not in known:
                place = Place(file, text.count("\n", 0, match.start()) + 1)
                told = f"found {quoted(id)} in a record with problems"
                problems.append(Problem(place, WHOLE_FILE, told, "these mended first"))
                break
    return problems, clear


def _not_literal(usage: Usage, id: str) -> Problem:
    found = f"found {quoted(id)}, but not letter for letter"
    return Problem(usage.place, usage.field, found, "it without escapes")


def _former_id(raw: RawRecord, text: str, old: str, new: str) -> Edit:
    """Return the edit that adds `old` to the former ids, before the others or in place of `new`.

    The first id of all stays, and stays last, even if it is that of the record once more.
    """
    text = text.removeprefix(MARK)
    former = raw.tree.get("former_ids")
    if isinstance(former, Scalar):
        return former.start, former.end, f"[{old}, {former}]"
    if not isinstance(former, Items):
        return _new_line(raw, text, f"former_ids: [{old}]")
    ids = [item for item in former if isinstance(item, Scalar)]
    first = ids[0].start
    before = text[text.rfind("\n", 0, first) + 1 : first]
    separator = newline(text) + before if before.strip() == "-" else ", "
    if old == ids[-1]:
        others = [str(id) for id in ids if id != new]
        return first, ids[-1].end, separator.join(others)
    for id in ids[:-1]:
        if id == new:
            return id.start, id.end, old
    return first, first, old + separator


def _new_line(raw: RawRecord, text: str, words: str) -> Edit:
    """Return the edit that puts `words` on a line of their own after the record's name."""
    name = raw.tree["name"]
    end = name.end if isinstance(name, Scalar) else 0
    line_end = newline(text)
    if text[:end].endswith("\n"):
        return end, end, words + line_end
    after = text.find("\n", end)
    if after < 0:
        return len(text), len(text), line_end + words
    return after + 1, after + 1, words + line_end


def _misread(before: ValidRecord, text: str, gone: Collection[str]) -> Iterable[Problem]:
    """Return problems of `text` as the new content of a file, which must say what it said."""
    file = before.raw.file
    tree, problems = tree_of(text.removeprefix(MARK), before.raw.collection, file)
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
