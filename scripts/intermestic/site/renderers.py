"""The programs that can make the site of what is in docs/ and mkdocs.yml."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import yaml

from intermestic.records.publication import Publication
from intermestic.site.settings import settings
from intermestic.writing.files import write

# Each by its name, and the module of Python that it is started as. All take the same arguments.
RENDERERS = {
    "mkdocs": "mkdocs",
    "properdocs": "properdocs",
    "zensical": "zensical",
    "plain": "intermestic.site.plain",
}
DEFAULT = "mkdocs"
# What is written for them beside mkdocs.yml, since paths in it are relative to the file.
SETTINGS = ".site.yml"


def is_installed(renderer: str) -> bool:
    """Return whether a renderer can be started."""
    return find_spec(RENDERERS[renderer]) is not None


def render(root: Path, folder: Path, publication: Publication, renderer: str) -> bool:
    """Have the site of the project at `root` made in `folder`; return whether it was.

    The renderer says itself why not. Raises OSError if the file system refuses.
    """
    given = {"INHERIT": "mkdocs.yml", "site_dir": folder.as_posix(), **settings(publication)}
    write(root / SETTINGS, yaml.safe_dump(given, allow_unicode=True).encode())
    command = [sys.executable, "-m", RENDERERS[renderer], "build", "--strict"]
    ran = subprocess.run(
        [*command, "--config-file", SETTINGS],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )
    return ran.returncode == 0
