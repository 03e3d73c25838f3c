"""Projects to test on: the sample, made up and small, and the real one."""

import shutil
from pathlib import Path

from intermestic.content import Content, gather, load_knowledge
from intermestic.exports.base import File, Files
from intermestic.exports.registry import exports
from intermestic.knowledge import KnowledgeBase
from intermestic.pages.base import Context, Frame
from intermestic.pages.registry import pages
from intermestic.rendering.render import render

from . import PROJECT, TESTS

SAMPLE = TESTS / "sample"
# A source in Spanish, which tests add to the sample.
SPANISH = TESTS / "cases" / "spanish"


def copy_sample(root: Path) -> Path:
    """Make a project at `root`: the sample's records, no generated pages, the real theme."""
    shutil.copytree(SAMPLE, root)
    shutil.copytree(PROJECT / "docs" / "assets", root / "docs" / "assets")
    add_code(root)
    return root


def edit(file: Path, old: str, new: str) -> None:
    """Put `new` in the place of `old`, which stands in the file once."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def add_code(root: Path) -> None:
    """Give the project at `root` the real configuration and code."""
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "scripts").symlink_to(PROJECT / "scripts")


def content(root: Path) -> Content:
    """Return what the project at `root`, which has no problems, publishes."""
    gathered, problems = gather(root)
    assert gathered is not None, problems
    return gathered


def contents(files: Files) -> dict[str, bytes]:
    """Return what stands in the files of an export, by their paths on the site."""
    return {file.path: file.content for file in files}


def exported(content: Content) -> dict[str, bytes]:
    """Return the files of all exports of `content`, by their paths on the site."""
    files: list[File] = []
    exports(content, files.append)
    return contents(files)


def knowledge_of(root: Path) -> KnowledgeBase:
    """Return the knowledge base of the project at `root`, which has no problems."""
    knowledge, problems = load_knowledge(root)
    assert knowledge is not None, problems
    return knowledge


def context_of(content: Content) -> Context:
    """Return what the pages of `content` are made of."""
    return Context(content.knowledge, content.editions, content.publication.name)


def frames_of(content: Content) -> dict[str, Frame]:
    """Return the frame of each page that is cited and shared, by its path."""
    frames = (page.frame for page in pages(context_of(content)))
    return {frame.path: frame for frame in frames if not frame.is_former}


def rendered(content: Content) -> dict[str, str]:
    """Return the Markdown of each page of `content`, by its path."""
    return render(pages(context_of(content)), content.publication.edition)
