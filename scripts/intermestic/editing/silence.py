"""What a source is silent of: all earlier advice and forecasts that it does not report on."""

from collections import defaultdict
from pathlib import Path

from intermestic.editing.edits import MARK, Edit, edited, newline, text_of
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.reading.groups import MEMBERS
from intermestic.reading.load import RawRecord
from intermestic.reading.project import Project
from intermestic.reading.yaml_tree import Fields, Items, Scalar, YamlNode, scalars

FIELD = "silent"


def with_silence(
    project: Project, knowledge: KnowledgeBase, source: str
) -> tuple[dict[Path, bytes], int]:
    """Return the files in which `source` is noted as silent of claims, and how many these are.

    They are all for which it was not searched yet. Raises ValueError, saying where, if one is
    written in braces, which leave no line for it.
    """
    raws = {valid.raw.id: valid.raw for valid in project.valid}
    edits: dict[Path, list[Edit]] = defaultdict(list)
    claims = [claim for claim in knowledge.claims if source in knowledge.unsearched(claim)]
    for claim in claims:
        path = project.root / raws[claim.source].file
        edits[path].append(_edit(raws[claim.source], claim, text_of(path), source))
    files = {path: edited(text_of(path), changes).encode() for path, changes in edits.items()}
    return files, len(claims)


def _edit(raw: RawRecord, claim: Claim, text: str, source: str) -> Edit:
    """Return the edit that adds `source` to those that are silent of a claim."""
    statement = _statement(raw, claim)
    listed = statement.get(FIELD)
    if isinstance(listed, Scalar):
        return listed.start, listed.end, f"[{listed}, {source}]"
    if isinstance(listed, Items):
        last = list(scalars(listed))[-1]
        return last.end, last.end, f", {source}"
    first, text = next(statement.scalar_keys), text.removeprefix(MARK)
    if text[: first.start].rstrip().endswith("{"):
        expected = "a statement with each field on a line of its own"
        raise ValueError(f"{raw.file}:{claim.line}: found braces, expected {expected}")
    # After the last field of its own that stands on one line, as its kind does.
    ends = [
        max(value.end for value in scalars(statement[key]))
        for key in statement.scalar_keys
        if key.column == first.column and _is_on_its_line(key, statement[key], text)
    ]
    end = text.find("\n", max(ends)) + 1
    line = " " * (first.column - 1) + f"{FIELD}: [{source}]" + newline(text)
    return end, end, line


def _statement(raw: RawRecord, claim: Claim) -> Fields:
    listed = raw.tree[MEMBERS]
    for statement in listed if isinstance(listed, Items) else ():
        if isinstance(statement, Fields) and statement.get("id") == claim.statement.id:
            return statement
    raise KeyError(claim.address)


def _is_on_its_line(key: Scalar, value: YamlNode, text: str) -> bool:
    """Whether a value in `text` stands in the line of its key, and nowhere else."""
    parts = list(scalars(value))
    return bool(parts) and "\n" not in text[key.start : max(part.end for part in parts)]
