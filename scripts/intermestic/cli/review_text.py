"""What a change to the records would change on the site, in words."""

import io
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from intermestic.catalogue import words
from intermestic.content import load_knowledge
from intermestic.editions.differences import Difference, Differences, compare
from intermestic.editions.snapshot import Snapshot
from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem
from intermestic.records.prose import shorten
from intermestic.records.publication import Publication
from intermestic.rendering.render import markdown_templates
from intermestic.serialization.kb import edition

LONGEST = 200


def review(
    root: Path, knowledge: KnowledgeBase, publication: Publication, base: str
) -> tuple[Differences | None, tuple[Problem, ...]]:
    """Return what `knowledge` changes in the records at `root` since the Git revision `base`.

    If the records of `base` have problems, return None and the problems. Raises ValueError if
    Git knows no such revision, or no data in it.
    """
    with TemporaryDirectory() as folder:
        _check_out(root, base, Path(folder))
        before, problems = load_knowledge(Path(folder))
    if before is None:
        return None, problems
    old, new = (Snapshot.of(edition(each, publication)) for each in (before, knowledge))
    return compare(old, new), ()


def in_words(differences: Differences, *, markdown: bool) -> str:
    """Return what changed as a list, in Markdown that shows text letter for letter, or plain."""
    templates = markdown_templates()
    if not markdown:
        templates = templates.overlay(autoescape=False, finalize=None)
        templates.globals["words"] = words
    template = templates.get_template("differences.md.jinja")
    return template.render(differences=differences, subject=_subject).strip() + "\n"


def _subject(difference: Difference) -> str:
    return f"{shorten(difference.words, LONGEST)} ({difference.id})"


def _check_out(root: Path, revision: str, folder: Path) -> None:
    """Copy the data folder into `folder`, as it was where this branch left `revision`."""
    base = _git(root, "merge-base", "--end-of-options", "HEAD", revision).decode().strip()
    archive = _git(root, "archive", base, "data")
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> bytes:
    ran = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if ran.returncode:
        said = ran.stderr.decode(errors="replace").strip()
        raise ValueError(said or f"git {' '.join(arguments)} found nothing")
    return ran.stdout
