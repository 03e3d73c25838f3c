"""The catalogue: every word that readers see, and nothing by which programs know a thing."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import get_args

import markdown
import pytest
from fluent.syntax import ast as ftl
from fluent.syntax import parse, serialize
from jinja2 import nodes
from support.projects import rendered
from test_markdown import EXTENSIONS

import intermestic
from intermestic import catalogue
from intermestic.catalogue import FILE, Catalogue, words
from intermestic.content import Content
from intermestic.editions.differences import CHANGES
from intermestic.exports.database import QUERIES
from intermestic.exports.downloads import downloads_page
from intermestic.exports.registry import EXPORTS, exports
from intermestic.knowledge import Part
from intermestic.pages import dated, ledger
from intermestic.pages.ledger import ADVICE_FATES, OUTCOMES
from intermestic.reading.yaml_tree import MAX_TEXT
from intermestic.records.fields import Relates
from intermestic.records.models import COLLECTIONS, Actor, Initiative, Position, Standing
from intermestic.records.source import ENGLISH
from intermestic.records.statements import KINDS, STATEMENTS
from intermestic.records.walk import marks_of
from intermestic.rendering.render import TEMPLATES, markdown_templates, render
from intermestic.site.settings import PREFIX
from intermestic.texts.languages import LANGUAGES

PACKAGE = Path(intermestic.__file__).parent
MESSAGES = {
    entry.id.name
    for entry in parse(FILE.read_text(encoding="utf-8")).body
    if isinstance(entry, ftl.Message)
}
STATES = get_args(Standing.model_fields["state"].annotation)
STANCES = get_args(Position.model_fields["stance"].annotation)
RELATIONS = {
    name
    for model in COLLECTIONS.values()
    for field, marks in marks_of(model).items()
    for mark in marks
    if isinstance(mark, Relates)
    for name in (field, mark.inverse)
}
TYPES = {
    name
    for model in (Actor, Initiative)
    for name in get_args(model.model_fields["type"].annotation)
}
OVERVIEWS = {
    *("a-z", "compare", "coverage", "downloads", "editions", "figures", "forecasts"),
    *("matrix", "network", "recommendations", "timeline"),
}
EXPORTS_BY_NAME = {export.name for export in EXPORTS}
# Of messages whose names are put together: what stands for the part that is not in the code.
PARTS = {
    "about-*": EXPORTS_BY_NAME,
    "also-*": {*COLLECTIONS, *OVERVIEWS},
    "change-*": CHANGES,
    "choose-*": ("addressee", "area", "essay", "fate", "kind"),
    "choose-fate-*": {*ledger.KEY, *ADVICE_FATES} - {*OUTCOMES},
    "collection-*": COLLECTIONS,
    "column-*": ledger.FATES,
    "count-*": {*KINDS, "initiatives"},
    "due-*": ("told", "silent", "ahead"),
    "export-*": EXPORTS_BY_NAME,
    "fate-*": {*get_args(Part)} - {"before"},
    "field-*": {f for model in (*COLLECTIONS.values(), *STATEMENTS) for f in model.model_fields},
    "kind-*": KINDS,
    "language-*": LANGUAGES.keys() - {ENGLISH},
    "life-*": ("begins", "ends", "dated"),
    "line-*": dated.KINDS,
    "meaning-*": COLLECTIONS,
    "office-*": ("begins", "ends"),
    "outcome-*-*": {f"{kind}-{o}" for kind in ("recommendation", "forecast") for o in OUTCOMES},
    "order-*": ("grouped", "statements", "name"),
    "query-*": QUERIES,
    "record-*": COLLECTIONS,
    "relation-*": RELATIONS,
    "stance-*": STANCES,
    "standing-*": STATES,
    "type-*": TYPES,
    "types-*": TYPES,
    "*-title": OVERVIEWS,
    "*-lead": OVERVIEWS,
}
THEME = PACKAGE.parent / "theme"


def asked_for() -> Iterator[str]:
    """Yield the name of each message that code or templates ask for."""
    for path in PACKAGE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and _name(call.func).endswith("words") and call.args:
                yield from _completed(_in_code(call.args[0]))
    for template in TEMPLATES.iterdir():
        for pattern in _in_template(template):
            yield from _completed(pattern)
    for template in THEME.rglob("*.html"):
        yield from _in_theme(template)


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _in_code(argument: ast.expr) -> str:
    """Return the name that is asked for, with `*` for what is not known but as it runs."""
    match argument:
        case ast.Constant(value=str(value)):
            return value
        case ast.JoinedStr(values=parts):
            return "".join(_in_code(part) for part in parts)
        case ast.FormattedValue():
            return "*"
    return ""


def _in_template(template: Path) -> Iterator[str]:
    tree = markdown_templates().parse(template.read_text(encoding="utf-8"))
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "words":
            if isinstance(call.args[0], nodes.Name):  # one of those in the tuples of a loop
                yield from (c.value for c in tree.find_all(nodes.Const) if c.value in MESSAGES)
            else:
                yield from _of_template(call.args[0])
    for filter in tree.find_all(nodes.Filter):
        if filter.name == "count":
            yield from (f"count-{noun}" for noun in _of_template(filter.args[0]))


def _in_theme(template: Path) -> Iterator[str]:
    tree = markdown_templates().parse(template.read_text(encoding="utf-8"))
    for asked in tree.find_all(nodes.Getitem):
        if isinstance(asked.node, nodes.Name) and asked.node.name == "words":
            yield from (f"{PREFIX}{name}" for name in _of_template(asked.arg))


def _of_template(expression: nodes.Expr) -> list[str]:
    match expression:
        case nodes.Const():
            return [str(expression.value)]
        case nodes.Concat():
            return ["".join(parts) for parts in product(*map(_of_template, expression.nodes))]
        case nodes.CondExpr():
            assert expression.expr2
            return _of_template(expression.expr1) + _of_template(expression.expr2)
    return ["*"]


def _completed(pattern: str) -> Iterator[str]:
    if pattern:
        for part in PARTS[pattern] if "*" in pattern else ("",):
            yield pattern.replace("*-*", "*").replace("*", re.sub(r"[ _]", "-", part))


def test_every_message_that_is_asked_for_is_there() -> None:
    assert {name for name in asked_for() if name not in MESSAGES} == set()


def test_every_message_is_asked_for() -> None:
    assert MESSAGES - set(asked_for()) == set()


def test_a_message_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match=r"no message 'no-such' in en\.ftl"):
        words("no-such")


def test_a_value_that_is_missing_is_named() -> None:
    with pytest.raises(ValueError, match=r"the message 'see' in en\.ftl: .*links"):
        words("see", record="x")


def test_a_count_has_the_form_that_its_number_needs() -> None:
    assert words("count-sources", count=1) == "1 source"
    assert words("count-sources", count=1318) == "1,318 sources"


def test_a_value_stands_as_it_is_however_long_and_whatever_it_looks_like() -> None:
    long = "{ $links } { see } \\ " + "x" * MAX_TEXT
    assert words("see", links=long) == f"See {long}."


def test_collections_and_relations_have_words_by_their_names() -> None:
    assert words("collection-policy_areas") == "Policy areas"
    assert words("relation-successor_of") == "Replaced"


def reword(node: object) -> None:
    """Change every message and every word below a node of a catalogue."""
    match node:
        case list():
            for item in node:
                reword(item)
        case ftl.TextElement():
            node.value = re.sub(r"[^\W\d_]+", lambda word: f"ŽŽ{word[0]}", node.value)
        case ftl.BaseNode():
            reword(list(vars(node).values()))
    if isinstance(node, ftl.Pattern):
        node.elements.insert(0, ftl.TextElement("ŽŽ "))


class Identifiers(HTMLParser):
    """Collects the elements of a page with all their attributes but those that are for reading."""

    FOR_READING = ("alt", "aria-label", "title")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.feed(markdown.markdown(page, extensions=EXTENSIONS))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [(name, value) for name, value in attrs if name not in self.FOR_READING]
        self.found.append((tag, tuple(kept)))


def in_other_words(
    content: Content, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the pages of `content`, as they are and with a catalogue of other words."""
    before = every_page(content)
    file = folder / "other.ftl"
    tree = parse(FILE.read_text(encoding="utf-8"))
    reword(tree)
    file.write_text(serialize(tree), encoding="utf-8")
    monkeypatch.setattr(catalogue, "_CATALOGUE", Catalogue(file))
    return before, every_page(content)


def every_page(content: Content) -> dict[str, str]:
    """Return every page of `content`, that of the downloads too."""
    page = downloads_page(content, exports(content, lambda file: None))
    return rendered(content) | render([page], content.publication.edition)


@pytest.mark.parametrize("most", [250, 1], ids=["statements together", "statements by source"])
def test_other_words_change_no_identifier_and_no_address(
    most: int, sample_data: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intermestic.pages.statements.MOST_STATEMENTS", most)
    before, after = in_other_words(sample_data, tmp_path, monkeypatch)
    assert list(before) == list(after)
    for path, page in before.items():
        assert page != after[path]
        assert "ŽŽ" in after[path]
        assert Identifiers(page).found == Identifiers(after[path]).found, path
