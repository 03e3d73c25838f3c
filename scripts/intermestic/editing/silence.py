"""What a source is silent of: all earlier advice and forecasts that it does not report on."""

from collections import defaultdict
from pathlib import Path
from typing import cast

from intermestic.editing.edits import Edit, edited, is_in_braces, line_below, listed, text_of
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.problems import RefusedError
from intermestic.reading.groups import MEMBERS
from intermestic.reading.project import Project
from intermestic.reading.validate import ValidRecord
from intermestic.reading.yaml_tree import Fields, Scalar, YamlNode, scalars
from intermestic.records.source import Source

FIELD = "silent"


def with_silence(
    project: Project, knowledge: KnowledgeBase, source: str
) -> tuple[dict[Path, bytes], int]:
    """Return the files in which `source` is noted as silent of claims, and how many these are.

    They are all for which it was not searched yet. Raises RefusedError, saying where, if one is
    written in braces, which leave no line for it.
    """
    sources = {valid.raw.id: valid for valid in project.valid}
    edits: dict[Path, list[Edit]] = defaultdict(list)
    claims = [claim for claim in knowledge.claims if source in knowledge.unsearched(claim)]
    for claim in claims:
        path = project.root / sources[claim.source].raw.file
        text = text_of(path.read_bytes())
        edits[path].append(_edit(sources[claim.source], claim, text, source))
    return {path: edited(path, changes) for path, changes in edits.items()}, len(claims)


def _edit(valid: ValidRecord, claim: Claim, text: str, source: str) -> Edit:
    """Return the edit that adds `source` to those that are silent of a claim."""
    index = cast(Source, valid.record).statements.index(claim.statement)
    statement = cast(Fields, valid.raw.node((MEMBERS, index)))
    if FIELD in statement:
        return listed(text, statement[FIELD], [*scalars(statement[FIELD]), source])
    first = next(statement.scalar_keys)
    if is_in_braces(text, first):
        found = f"{valid.raw.file}:{claim.line}: found braces"
        raise RefusedError(f"{found}, expected a statement with each field on a line of its own")
    # After the last field of its own that stands on one line, as its kind does.
    ends = [
        max(value.end for value in scalars(statement[key]))
        for key in statement.scalar_keys
        if key.column == first.column and _is_on_its_line(key, statement[key], text)
    ]
    return line_below(text, max(ends), " " * (first.column - 1) + f"{FIELD}: [{source}]")


def _is_on_its_line(key: Scalar, value: YamlNode, text: str) -> bool:
    """Whether a value in `text` stands in the line of its key, and nowhere else."""
    parts = list(scalars(value))
    return bool(parts) and "\n" not in text[key.start : max(part.end for part in parts)]
