"""Renaming of a record: its id changes everywhere, and its old address redirects."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from intermestic.editing.usages import Usage, page_usages, references, usages
from intermestic.problems import WHOLE_FILE, Place, Problem, did_you_mean, quoted
from intermestic.reading.load import RawRecord, read_text
from intermestic.reading.project import Project
from intermestic.reading.validate import ValidRecord, validate
from intermestic.reading.yaml_tree import Items, Scalar, parse
from intermestic.records.names import closest, is_id, slug
from intermestic.texts.numbered import text_file

MARK = "\ufeff"  # the byte-order mark
Edit = tuple[int, int, str]


@dataclass(frozen=True)
class Renaming:
    """The changes of a renaming: file to its new content, or to None if the file goes."""

    changes: Mapping[Path, bytes | None]
    references: int


def rename(project: Project, old: str, new: str) -> tuple[Renaming | None, list[Problem]]:
    """Return the changes that give the record `old` the id `new`, or None and the problems.

    All files keep their comments and layout. Raises ValueError if there is no record `old`, or
    if `new` is not an id or taken.
    """
    renamed = _record(project, old, new)
    problems = [*_hidden_in_broken_files(project, old)]
    places = usages(project.root, project.valid, old)
    places += page_usages(project.root, renamed.raw.collection, old)
    problems += [_not_literal(usage, old) for usage in places if usage.start == usage.end]
    if problems:
        return None, problems
    edits: dict[str, list[Edit]] = defaultdict(list)
    for usage in places:
        edits[usage.place.file].append((usage.start, usage.end, new))
    own = renamed.raw.file
    edits[own].append(_former_id(renamed.raw, _text(project.root / own), old, new))
    changes: dict[Path, bytes | None] = {}
    for file, changed in edits.items():
        path = project.root / file
        text = _edited(_text(path), changed)
        if file.startswith("data/"):
            problems += _misread(project, file, text, old)
        changes[path] = text.encode()
    changes |= _moved(project.root / own, changes[project.root / own], new)
    texts = text_file(project.root, old)
    if renamed.raw.collection == "sources" and texts.is_file():
        changes |= _moved(texts, texts.read_bytes(), new)
    return (None if problems else Renaming(changes, len(places))), problems


def _record(project: Project, old: str, new: str) -> ValidRecord:
    """Return the record to be renamed; raise ValueError as `rename` says."""
    found = next((valid for valid in project.valid if valid.raw.id == old), None)
    if old not in project.loaded.collection_of:
        hint = did_you_mean(closest(old, project.loaded.collection_of))
        raise ValueError(f"no record has the id {quoted(old)}{hint}")
    if found is None:
        raise ValueError(f"the record {quoted(old)} has problems; mend them first")
    if not is_id(new):
        hint = did_you_mean(slug(new) if is_id(slug(new)) and slug(new) != new else "")
        raise ValueError(f"{quoted(new)} is not an id of lower-case words and hyphens{hint}")
    taken = new in project.loaded.collection_of
    if taken or any(new in valid.record.former_ids for valid in project.valid if valid != found):
        raise ValueError(f"another record {'has' if taken else 'had'} the id {quoted(new)}")
    return found


def _hidden_in_broken_files(project: Project, id: str) -> Iterable[Problem]:
    """Yield a problem for each broken record that has the id: its meaning there is unknown."""
    sound = {valid.raw.file for valid in project.valid}
    broken = {problem.place.file for problem in project.problems} - sound
    for file in sorted(broken):
        text = read_text(project.root / file, file)[0] or ""
        if match := re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", text):
            place = Place(file, text.count("\n", 0, match.start()) + 1)
            found = f"found {quoted(id)} in a record with problems"
            yield Problem(place, WHOLE_FILE, found, "these mended first")


def _not_literal(usage: Usage, id: str) -> Problem:
    found = f"found {quoted(id)}, but not letter for letter"
    return Problem(usage.place, usage.field, found, "it without escapes")


def _text(path: Path) -> str:
    """Return the text of a file with its byte-order mark, so that it can be written back."""
    return path.read_bytes().decode("utf-8")


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with the characters from `start` to `end` of each edit replaced.

    As in `load`, positions do not count a byte-order mark.
    """
    mark = 1 if text.startswith(MARK) else 0
    for start, end, words in sorted(edits, reverse=True):
        text = text[: start + mark] + words + text[end + mark :]
    return text


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
    separator = _newline(text) + before if before.strip() == "-" else ", "
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
    newline = _newline(text)
    if text[:end].endswith("\n"):
        return end, end, words + newline
    after = text.find("\n", end)
    if after < 0:
        return len(text), len(text), newline + words
    return after + 1, after + 1, words + newline


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _misread(project: Project, file: str, text: str, old: str) -> Iterable[Problem]:
    """Return problems of `text` as the new content of `file`, which must say what it said."""
    before = next(valid for valid in project.valid if valid.raw.file == file)
    tree, problems = parse(text.removeprefix(MARK), file)
    if tree is None:
        return problems
    after, problems = validate([replace(before.raw, tree=tree)])
    if problems:
        return problems
    ids = [[id for _, id, _ in references(valid.record)] for valid in (before, *after)]
    if len(ids[0]) != len(ids[1]) or old in ids[1]:
        return [Problem(Place(file), WHOLE_FILE, f"found {quoted(old)} left over", "none")]
    return []


def _moved(path: Path, content: bytes | None, id: str) -> dict[Path, bytes | None]:
    return {path.with_name(id + path.suffix): content, path: None}
