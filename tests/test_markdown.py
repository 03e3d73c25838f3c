"""Text into Markdown: shown letter for letter, whatever Markdown or HTML it looks like."""

import html
import re
from decimal import Decimal
from functools import cache

import markdown
import pytest
import yaml
from support import PROJECT
from support.hostile import PAYLOADS

from intermestic.english import quantity
from intermestic.rendering.markdown import escape

EXTENSIONS = [
    name
    for entry in yaml.safe_load(
        re.sub(r"!!python\S*", "", (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"))
    )["markdown_extensions"]
    for name in (entry if isinstance(entry, dict) else [entry])
]
TEXTS = [
    "**bold** and _italic_ and `code`",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "<!-- hidden -->",
    "[words](javascript:alert(1))",
    "![image](x.png)",
    "[words][1]",
    "<https://example.org>",
    "text { #id .class onclick=x }",
    "{: #id }",
    "a | b | c",
    "AT&T &amp; &lt; &#60;",
    r"back\slash and \*star\*",
    "~~struck~~ ^up^ ==marked== $math$",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2021) item",
    "> quotation",
    "!!! note",
    "??? note",
    "=== tab",
    ": definition",
    "---",
    "***",
    "-1 degree",
    "some 5.6 million",
    "[^1]",
    "*[HTML]: words",
    "{{ template }} {% block %}",
    '--8<-- "file"',
    ":smile:",
    "10 % of “that”… ¶22",
]


MARKDOWN = markdown.Markdown(extensions=EXTENSIONS)


@cache
def rendered(source: str) -> str:
    return MARKDOWN.reset().convert(source)


def shown(source: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", rendered(source))).strip()


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_letter_for_letter_in_a_paragraph(text: str) -> None:
    assert shown(escape(text)) == text
    assert rendered(escape(text)).startswith("<p>")


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_letter_for_letter_in_a_list_item(text: str) -> None:
    assert shown(f"- {escape(text)}") == text


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_shown_letter_for_letter_in_a_heading(text: str) -> None:
    assert shown(f"# {escape(text)} {{ #own }}") == text


# Where templates put text.
CONTEXTS = {
    "a paragraph": "{}",
    "a sentence": "Of {}, and {}.",
    "a heading": "# {} {{ #own }}",
    "a list item": "- **{}**: {}",
    "emphasis": "*Editors’ note: {}*",
    "a link": "[{}](x.md)",
    "small print": "{}<br>\n<small>{} · “{}”</small>\n{{: .statement }}",
    "a cell of a table": "| a | b |\n| --- | --: |\n| {} | **{}** |",
    "the head of a table": "| {} | b |\n| --- | --: |\n| c | d |",
    "a term": "{}\n:   definition",
    "a definition": "term\n:   {}\n    {{: .names }}",
    "a note": '!!! note "Editors’ note"\n    {}',
    "a line with attributes": "{}\n{{ .lead }}",
}


def tags(source: str) -> list[str]:
    return re.findall(r"<[^>]*>", rendered(source))


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=CONTEXTS)
def test_a_hostile_text_is_shown_letter_for_letter_in(context: str) -> None:
    around = tags(context.format(*["x"] * 3))
    for payload in PAYLOADS:
        source = context.format(*[escape(payload)] * 3)
        assert tags(source) == around, payload
        assert " ".join(payload.split()) in " ".join(shown(source).split()), payload


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("15000", "15,000"),
        ("350000000000", "350 billion"),
        ("5600000", "5.6 million"),
        ("1000000", "1 million"),
        ("1000001", "1,000,001"),
        ("0.25", "0.25"),
        ("2000000000000", "2 trillion"),
    ],
)
def test_a_number_is_shown_for_reading(number: str, words: str) -> None:
    assert quantity(Decimal(number)) == words
