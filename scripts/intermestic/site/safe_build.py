"""Build the site in a folder of its own, check it, and only then replace the last good one.

Whatever goes wrong, the site in `site/` stays as it is.
"""

import os
import shutil
from pathlib import Path

from filelock import FileLock

from intermestic.site.checker import Report, check
from intermestic.site.finishing import finish
from intermestic.site.parts import built_parts
from intermestic.site.pipeline import build
from intermestic.site.renderers import render


def build_safely(root: Path, renderer: str) -> Report | None:
    """Build and check the site of the project at `root`; replace the last one if it is sound.

    Return None if the renderer fails, which says why itself. Raise OSError if the file system
    refuses.
    """
    site, work = root / "site", root / ".site"
    new, old = work / f"new-{os.getpid()}", work / "old"
    work.mkdir(exist_ok=True)
    with FileLock(work / "lock"):
        _tidy(site, work, old)
        report = _build(root, new.relative_to(root), renderer)
        if report and not report.faults:
            if site.exists():
                site.rename(old)
            new.rename(site)
            _tidy(site, work, old)
    return report


def _build(root: Path, folder: Path, renderer: str) -> Report | None:
    """Build the site of the project at `root` in a `folder` of it, and check it."""
    outcome = build(root)
    parts = built_parts(outcome, root)
    if outcome.problems or not parts:
        return Report(0, tuple(map(str, outcome.problems)))
    if not render(root, folder, parts.content.publication, renderer):
        return None
    unfinished = finish(root / folder, root / "docs", parts)
    report = check(root / folder)
    return Report(report.pages, (*unfinished, *report.faults))


def _tidy(site: Path, work: Path, old: Path) -> None:
    """Remove what earlier builds left, and finish for one that was killed in mid-swap.

    The renderer of a killed build may go on writing; hence each build has its own folder.
    """
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (old, *work.glob("new-*")):
        shutil.rmtree(folder, ignore_errors=True)
