"""The templates: each says what it is given, and what it says is so."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import intermestic
from intermestic.pages.base import Context
from intermestic.pages.registry import pages
from intermestic.rendering.render import TEMPLATES

COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)
# `source.SourcePage`: a module by the end of its name, and a class in it.
NAMED = re.compile(r"\b((?:[a-z_]+\.)+)([A-Z]\w*)")
MODULES = [
    module.name
    for module in pkgutil.walk_packages(intermestic.__path__, f"{intermestic.__name__}.")
]
TEMPLATE_FILES = sorted(path.name for path in TEMPLATES.iterdir())


def told(template: str) -> list[tuple[str, str]]:
    """Return each module and class that the comments of a template say it is given."""
    comments = COMMENT.findall((TEMPLATES / template).read_text(encoding="utf-8"))
    contexts = [comment.partition("Context:")[2] for comment in comments]
    return [(module.rstrip("."), name) for text in contexts for module, name in NAMED.findall(text)]


def classes(module: str, name: str) -> Iterator[type]:
    """Yield the classes called `name` in the modules whose names end with `module`."""
    for whole in MODULES:
        if whole.endswith(f".{module}"):
            found = getattr(importlib.import_module(whole), name, None)
            if isinstance(found, type):
                yield found


@pytest.mark.parametrize("template", TEMPLATE_FILES)
def test_what_a_template_says_that_it_is_given_exists(template: str) -> None:
    assert [named for named in told(template) if not any(classes(*named))] == []


def test_a_page_is_laid_out_by_a_template_that_says_so(context: Context) -> None:
    for page in pages(context):
        template = f"{page.frame.template}.md.jinja"
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        if extended := re.search(r'\{% extends "(.*?)" %\}', text):
            template = extended[1]
        given = [found for named in told(template) for found in classes(*named)]
        assert type(page) in given, template
