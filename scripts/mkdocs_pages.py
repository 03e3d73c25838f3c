"""Pages that MkDocs converted before: one that is as it was is not converted again.

A page's HTML depends on its Markdown, on what converts it, and on where the files stand to which
it links. The first two name it among those kept; of the links is kept where they led, and
asked again. A page of which MkDocs warns is not kept, so that it warns each time.
"""

import json
import logging
import platform
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc
from mkdocs.utils import CountHandler

from intermestic.rendering import inline_syntax
from intermestic.writing.kept import CACHE, Kept

# MkDocs, or ProperDocs in its place, which answers to its name too.
PACKAGE = Page.__module__.partition(".")[0]
CONVERTERS = ("markdown", PACKAGE, "pymdown-extensions")
FILE = CACHE / "pages.sqlite"


def kept_pages(root: Path, config: MkDocsConfig) -> Kept:
    """Return the pages kept in the project at `root`, converted as `config` would have it."""
    modules = (__file__, inline_syntax.__file__)
    code = sha256(b"".join(Path(module).read_bytes() for module in modules)).hexdigest()
    settings = repr((config.markdown_extensions, config.mdx_configs, config.validation))
    versions = (platform.python_version(), *map(version, CONVERTERS))
    return Kept(root / FILE, (code, settings, *versions))


class Asked:
    """Stands for MkDocs' files while a page is converted, and notes for which it asks."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.answers: dict[str, str | None] = {}

    def __getattr__(self, name: str) -> object:
        return getattr(self._files, name)

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at `path`, as MkDocs' files do."""
        file = self._files.get_file_from_path(path)
        self.answers[path] = file and file.url
        return file


class KeptPage(Page):
    """A page that takes what it was converted to from those `kept`, if it is there."""

    kept: Kept

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown to HTML, or find what it was converted to."""
        made_of = (self.file.url, self.markdown or "")
        found = self.kept.find(made_of)
        if found and self._restore(json.loads(found), files):
            return
        asked, warnings = Asked(files), CountHandler(level=logging.WARNING)
        logger = logging.getLogger(PACKAGE)
        logger.addHandler(warnings)
        super().render(config, asked)
        logger.removeHandler(warnings)
        if not warnings.get_counts():
            self.kept.keep(made_of, json.dumps(self._made(asked.answers)).encode())

    def _made(self, answers: dict[str, str | None]) -> dict:
        links = self.links_to_anchors or {}
        return {
            "answers": answers,
            "content": self.content,
            "toc": [_token(heading) for heading in self.toc],
            "title": self._title_from_render,
            "ids": sorted(self.present_anchor_ids or ()),
            "links": {file.src_uri: anchors for file, anchors in links.items()},
        }

    def _restore(self, made: dict, files: Files) -> bool:
        """Make the page what was `made` of it; return whether its links still lead there."""
        asked = Asked(files)
        for path in made["answers"]:
            asked.get_file_from_path(path)
        if asked.answers != made["answers"]:
            return False
        self.content = made["content"]
        self.toc = get_toc(made["toc"])
        self._title_from_render = made["title"]
        self.present_anchor_ids = set(made["ids"])
        self.links_to_anchors = {
            file: links
            for path, links in made["links"].items()
            if (file := files.get_file_from_path(path))
        }
        return True


def _token(heading: AnchorLink) -> dict:
    return {
        "name": heading.title,
        "id": heading.id,
        "level": heading.level,
        "children": [_token(child) for child in heading.children],
    }


def keep_pages(files: Files) -> None:
    """Have the pages kept that MkDocs has made of `files`, in its menu or not."""
    for file in files:
        if file.page:
            file.page.__class__ = KeptPage  # MkDocs can't be told of which class to make them
