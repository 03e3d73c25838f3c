"""Build the site in a folder of its own, check it, and only then replace the last good one.

MkDocs empties the folder of the site before it knows whether it can fill it again. Here,
whatever goes wrong, the site in `site/` stays as it is.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from intermestic.site.checker import Report, check


def build_safely(root: Path) -> Report | None:
    """Build and check the site of the project at `root`; replace the last one if it is sound.

    Return None if MkDocs fails, which says why itself. Raise OSError if the file system refuses.
    """
    site, work = root / "site", root / ".site"
    new, old = work / f"new-{os.getpid()}", work / "old"
    work.mkdir(exist_ok=True)
    with FileLock(work / "lock"):
        _tidy(site, work, old)
        report = check(new) if _run_mkdocs(root, new) else None
        if report and not report.faults:
            if site.exists():
                site.rename(old)
            new.rename(site)
            _tidy(site, work, old)
    return report


def _run_mkdocs(root: Path, folder: Path) -> bool:
    """Whether MkDocs builds the site of the project at `root` into `folder`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ran = subprocess.run([*command, folder.resolve()], cwd=root, env=environment, check=False)
    return ran.returncode == 0


def _tidy(site: Path, work: Path, old: Path) -> None:
    """Remove what earlier builds left, and finish for one that was killed in mid-swap.

    The MkDocs of a killed build may go on writing; hence each build has its own folder.
    """
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (old, *work.glob("new-*")):
        shutil.rmtree(folder, ignore_errors=True)
