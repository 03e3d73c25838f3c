"""Whatever comes in, what comes out are problems, never an exception: held by many trials.

The trials are the same each time; `HYPOTHESIS_PROFILE=long pytest tests/test_fuzz.py` makes two
hundred times as many, others each time.
"""

import re
import shutil
import string
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy
from support import TESTS
from support.hostile import PAYLOADS
from support.projects import exported, rendered
from test_markdown import CONTEXTS, shown, tags

from intermestic import addresses
from intermestic.content import gather
from intermestic.english import date_in_words
from intermestic.problems import MOST
from intermestic.reading.load import read
from intermestic.reading.yaml_tree import parse
from intermestic.records.characters import invisible, look_alike, printable
from intermestic.records.citations import parse_citation, parse_paragraphs
from intermestic.records.dates import PATTERN, parse_date
from intermestic.records.fields import check_address
from intermestic.records.names import closest, fold, is_id
from intermestic.records.prose import Link, blocks, first_sentence, segments, stray_brackets
from intermestic.rendering.markdown import escape

RECORDS = sorted((TESTS / "sample" / "data").rglob("*.yml"))
# What means something to YAML, to our links, dates and citations.
TOKENS = [
    *"[]{}:,#&*!|>'\"%@`?-~\\\n\t =<", "\r\n", ": ", "- ", "? ", " #", "---\n", "...\n", "<<: ",
    "&a ", "*a", "!!set ", "!x ", "%YAML 1.2\n", "[[", "]]", "|", "\\x1b", "\\u202e", "\\ud800",
    "\x00", "\u2028", "\ufeff", "\u202e", "\u0430", "é", "e\u0301", "null", "yes", "1_000", "1e9",
    "0x1", "2021-02-30", "2021/2019", "../..", "northcott-2020#1-9999", "#0", "arcadia", "borduria",
    "a" * 100,
]  # fmt: skip


def text(**kwargs: Any) -> SearchStrategy[str]:
    """Texts of any characters, of those that mean something, and hostile ones."""
    pieces = st.sampled_from([*TOKENS, *PAYLOADS]) | st.text(max_size=5)
    return st.lists(pieces, **kwargs).map("".join)


@st.composite
def mutated(draw: st.DrawFn, content: str) -> str:
    """`content` with a few pieces cut out, moved or put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 20)))
        other = draw(st.integers(0, len(content)))
        piece = draw(text(max_size=3) | st.just(content[other : other + 30]))
        content = content[:start] + piece + content[end:]
    return content


def check_told(problems: list) -> None:
    """Problems are told on a line each, and there is an end to them."""
    assert len(problems) <= MOST + 1
    for problem in problems:
        assert str(problem).isprintable()
        assert len(str(problem)) < 2_000


@given(
    text(max_size=30) | st.sampled_from(RECORDS).flatmap(lambda r: mutated(r.read_text("utf-8")))
)
def test_any_text_is_a_tree_of_clean_text_or_has_problems(content: str) -> None:
    tree, problems = parse(content, "x.yml")
    check_told(problems)
    assert (tree is None) == bool(problems)
    for leaf in _leaves(tree):
        assert not invisible(leaf)
        assert not look_alike(leaf)


def _leaves(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key
            yield from _leaves(value)
    elif isinstance(node, list):
        for item in node:
            yield from _leaves(item)
    elif node is not None:
        yield node


@given(
    st.binary(max_size=200) | text(max_size=30).map(lambda t: t.encode("utf-8", "surrogatepass"))
)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.yml")
        file.write_bytes(content)
        tree, problems = read(file, "x.yml")
    check_told(problems)
    assert (tree is None) == bool(problems)


@given(text(max_size=20))
def test_prose_loses_nothing(prose: str) -> None:
    pieces = segments(prose)
    if not any(isinstance(piece, Link) for piece in pieces):
        assert "".join(pieces) == prose
    if not stray_brackets(prose):
        assert prose.count("[[") == prose.count("]]")
    head, rest = first_sentence(prose)
    assert "".join((head + rest).split()) == "".join(prose.split())
    assert "".join("".join(blocks(prose)).split()) == "".join(prose.split())


DATES = st.lists(
    st.sampled_from(
        [
            *"0123456789-/.~?%X[]{},TYES",
            "..",
            "{..",
            "..}",
            "19",
            "199X",
            "1984",
            "2004-06",
            "-02-30",
        ]
    ),
    max_size=8,
).map("".join)


@given(DATES | text(max_size=5))
def test_any_text_is_a_date_or_not(edtf: str) -> None:
    try:
        when = parse_date(edtf)
    except ValueError:
        return
    assert when.first <= when.last
    assert when.edtf == edtf
    assert re.fullmatch(PATTERN, edtf)
    assert not re.search(r"[~%X/{}\[\]]|\.\.|-", date_in_words(when))
    assert any(when.years)
    assert not when < when


@given(
    st.lists(st.sampled_from([*"0123456789-,# ", "a", "é", "٣", "\n"]), max_size=12).map("".join)
)
def test_any_text_is_a_citation_or_not(written: str) -> None:
    for parse_it in (parse_paragraphs, parse_citation):
        try:
            found = parse_it(written)
        except ValueError:
            continue
        numbers = getattr(found, "paragraphs", found)
        assert list(numbers) == sorted(set(numbers))
        assert 1 <= len(numbers) <= 100
        assert all(1 <= number <= 9_999 for number in numbers)


ADDRESSES = st.builds(
    "{}{}".format,
    st.sampled_from(["https://", "http://", "https:/", "//", "javascript:", ""]),
    st.lists(st.sampled_from([*string.printable, "@evil.example", "é"]), max_size=20).map("".join),
)


@given(ADDRESSES)
def test_any_text_is_an_address_that_leads_where_it_seems_to_or_not(address: str) -> None:
    try:
        check_address(address)
    except ValueError:
        return
    parts = urlsplit(address)
    assert parts.scheme in {"http", "https"}
    assert parts.hostname
    assert parts.username is None
    assert re.fullmatch(r"""[^\s<>"'()\[\]\\`{}|^]+""", addresses.quote_url(address))
    assert tags(f"[x]({addresses.quote_url(address)})")[1].startswith('<a href="http')


SHOWN = text(max_size=12).filter(lambda t: t.strip() and not invisible(t))


@given(SHOWN, st.sampled_from(sorted(CONTEXTS)))
def test_any_text_is_shown_letter_for_letter_and_makes_no_element(words: str, place: str) -> None:
    context = CONTEXTS[place]
    source = context.format(*[escape(words)] * 3)
    assert tags(source) == tags(context.format(*["x"] * 3))
    assert " ".join(words.split()) in " ".join(shown(source).split())


@given(st.text(), st.lists(st.text()))
def test_names_are_folded_and_compared_without_fail(name: str, known: list[str]) -> None:
    assert fold(fold(name)) == fold(name)
    assert closest(name, known) in {"", *known}
    assert printable(name).isprintable()
    if is_id(name):
        assert re.fullmatch("[a-z0-9-]{1,80}", name)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, in which a file at a time is broken and mended."""
    root = tmp_path_factory.mktemp("fuzz") / "project"
    shutil.copytree(TESTS / "sample", root)
    return root


VALUES = st.recursive(
    text(min_size=1, max_size=3) | st.sampled_from(["arcadia", "2021", "northcott-2020#1", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)


def _change(data: DataObject, tree: Any) -> None:
    """Puts something else in the place of some value of `tree`, or takes it out."""
    node = tree
    while True:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], dict | list) or data.draw(st.integers(0, 2)) == 0:
            break
        node = node[key]
    what = data.draw(st.sampled_from(["replace", "remove", "double"]))
    if what == "replace":
        node[key] = data.draw(VALUES)
    elif what == "remove":
        del node[key]
    elif isinstance(node, list):
        node.append(node[key])
    else:
        node[data.draw(st.sampled_from(["about", "cite", "id", "note", "text", "x"]))] = node[key]


@settings(max_examples=max(50, settings().max_examples // 10))  # each takes a tenth of a second
@given(st.data())
def test_any_change_of_a_record_gives_pages_and_exports_or_problems(
    project: Path, data: DataObject
) -> None:
    file = project / "data" / data.draw(st.sampled_from(RECORDS)).relative_to(TESTS / "sample/data")
    before = file.read_bytes()
    if data.draw(st.booleans()):
        content = data.draw(mutated(before.decode()))
    else:
        tree = yaml.load(before, Loader=yaml.BaseLoader)
        for _ in range(data.draw(st.integers(1, 3))):
            _change(data, tree)
        content = yaml.safe_dump(tree, allow_unicode=True)
    try:
        file.write_text(content, encoding="utf-8", errors="surrogatepass", newline="")
        found, problems = gather(project)
    finally:
        file.write_bytes(before)
    assert (found is None) == bool(problems)
    assert all(str(problem).isprintable() for problem in problems)
    if found:
        assert all(page.encode() for page in rendered(found).values())
        assert exported(found)
