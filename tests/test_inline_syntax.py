"""The extension by which only the inline syntax is looked for that a page can have."""

from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from support import PROJECT

NAME = "intermestic.rendering.inline_syntax"
SETTINGS = yaml.safe_load((PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
CONFIGURED = {
    name: values
    for it in ({it: {}} if isinstance(it, str) else it for it in SETTINGS["markdown_extensions"])
    for name, values in it.items()
}
# All the inline syntax there is, by what it makes.
SYNTAX = {
    "<code>": "`x`",
    "*": r"\*",
    '<a href="y">': "[x](y)",
    '<a href="/defined"': "[x][defined]\n\n[defined]: /defined",
    '<a href="/short"': "[short]\n\n[short]: /short",
    '<img alt="x" src="y"': "![x](y)",
    '<img alt="x" src="/defined"': "![x][defined]\n\n[defined]: /defined",
    '<img alt="short" src="/short"': "![short]\n\n[short]: /short",
    '<a href="https://x.example">': "<https://x.example>",
    "&#109;": "<me@x.example>",
    "<br />": "x  \ny",
    "<kbd>": "a <kbd>x</kbd>",
    "&copy;": "&copy; x",
    "<strong>": "**x**",
    "<em>": "_x_",
}


def converted(pages: Iterable[str], *, selected: bool) -> list[str]:
    """What becomes of pages, one after the other."""
    names = [name for name in ("toc", "fenced_code", *CONFIGURED) if selected or name != NAME]
    settings = {name: values for name, values in CONFIGURED.items() if name in names}
    converter = Markdown(extensions=names, extension_configs=settings)
    return [converter.reset().convert(page) for page in pages]


@pytest.mark.parametrize("made", SYNTAX)
def test_each_inline_syntax_is_found_on_a_page_that_has_no_other(made: str) -> None:
    pages = ["plain text", SYNTAX[made], "plain text"]
    selected = converted(pages, selected=True)
    assert made in selected[1]
    assert selected == converted(pages, selected=False)


@given(st.lists(st.sampled_from([*SYNTAX.values(), "a", "!", "[", "]", "  \n> ", "\n\n", "# "])))
def test_whatever_stands_together_becomes_the_same(parts: list[str]) -> None:
    pages = ["".join(parts)]
    assert converted(pages, selected=True) == converted(pages, selected=False)


def test_every_page_of_the_project_becomes_the_same(sample_site: Path) -> None:
    folders = (sample_site / "docs", PROJECT / "docs")
    pages = [path.read_text("utf-8") for it in folders for path in sorted(it.rglob("*.md"))]
    assert len(pages) > 30
    assert converted(pages, selected=True) == converted(pages, selected=False)
