"""Reading of the publication: the file with the name and address of the site and its editions."""

from pathlib import Path

from pydantic import ValidationError

from intermestic.problems import Problem
from intermestic.reading.load import RawRecord, read
from intermestic.reading.validate import problems_of
from intermestic.reading.yaml_tree import Fields
from intermestic.records.publication import FILE, Publication
from intermestic.records.walk import FieldPath


def read_publication(root: Path) -> tuple[Publication | None, list[Problem]]:
    """Return the publication of the project at `root`, or None and the problems of its file."""
    tree, problems = read(root / FILE, FILE)
    if tree is None:
        return None, problems
    try:
        return Publication.model_validate(tree), []
    except ValidationError as error:
        return None, problems_of(RawRecord("", "publication", FILE, tree), Publication, error)


def problem(root: Path, path: FieldPath, found: str, expected: str, hint: str = "") -> Problem:
    """Return a problem with the value at `path` in the file of the project at `root`."""
    raw = RawRecord("", "publication", FILE, read(root / FILE, FILE)[0] or Fields())
    return raw.problem(path, found, expected, hint)
