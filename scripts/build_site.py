"""Builds the site aside, checks it, and only then puts it in the place of the last good one.

MkDocs empties the folder of the site before it knows whether it can fill it again. Run as
`python scripts/build_site.py` anywhere in the project; whatever goes wrong, the site that
stands in `site/` stays as it is and the exit status is not 0.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

from check_site import report
from intermestic.cli import MISUSE, PROBLEMS, find_root


def build_site(root: Path) -> int:
    """Builds the site of the project at `root`; returns the exit status."""
    site, work = root / "site", root / ".site"
    new, old = work / f"new-{os.getpid()}", work / "old"
    work.mkdir(exist_ok=True)
    with FileLock(work / "lock"):
        _tidy(site, work, old)
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", new]
        if subprocess.run(command, cwd=root, check=False).returncode or report(new):
            print("The site was left as it was.", file=sys.stderr)
            return PROBLEMS
        if site.exists():
            site.rename(old)
        new.rename(site)
        _tidy(site, work, old)
    return 0


def _tidy(site: Path, work: Path, old: Path) -> None:
    """Removes what builds have left, and finishes for one that was killed in mid-swap.

    A build's MkDocs may outlive it and go on writing; hence a folder of its own for each.
    """
    if old.exists() and not site.exists():
        old.rename(site)
    for folder in (old, *work.glob("new-*")):
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Builds the site of the project around the working folder; returns the exit status."""
    root = find_root(Path.cwd())
    if root is None:
        print("build_site: no mkdocs.yml here or above", file=sys.stderr)
        return MISUSE
    return build_site(root)


if __name__ == "__main__":
    sys.exit(main())
