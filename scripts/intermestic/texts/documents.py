"""Reading of a new text: a file, with or without front matter, to numbered paragraphs."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import frontmatter
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from intermestic.records.characters import without_invisible
from intermestic.records.source import OPENING
from intermestic.texts.numbered import NumberedText

# A paragraph that comes with its number.
_NUMBERED = re.compile(r"\[\d+\] ")


@dataclass(frozen=True)
class Document:
    """A text: its front matter, title, sections and numbered paragraphs.

    A section is its heading and the number of its first paragraph.
    """

    facts: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""
    sections: tuple[tuple[str, int], ...] = ()
    text: NumberedText = field(default_factory=dict)


def read_document(content: str, *, is_markdown: bool) -> Document:
    """Return the document in `content`.

    In Markdown each paragraph, list item and quoted paragraph counts as one, without its
    markup; in plain text paragraphs are separated by blank lines or, without any, are its lines.
    Invisible characters are left out. Raises ValueError if the front matter can't be read or
    there are no paragraphs.
    """
    try:
        facts, body = frontmatter.parse(without_invisible(unicodedata.normalize("NFC", content)))
    except yaml.MarkedYAMLError as error:
        line = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        raise ValueError(f"front matter that is not YAML{line}: {error.problem}") from None
    except ValueError as error:  # of a date that the calendar lacks
        raise ValueError(f"front matter with an impossible date: {error}") from None
    blocks = list(_markdown_blocks(body) if is_markdown else _plain_blocks(body))
    return _document({k: v for k, v in facts.items() if v is not None}, blocks)


# The level of a heading, or 0 for a paragraph, and its words.
Block = tuple[int, str]


def _markdown_blocks(body: str) -> Iterator[Block]:
    before: Token | None = None
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "inline" and (words := _words(token)):
            level = int(before.tag[1]) if before and before.type == "heading_open" else 0
            yield level, words
        elif token.type in {"code_block", "fence"}:
            yield 0, " ".join(token.content.split())
        before = token


def _words(inline: Token) -> str:
    """Return the words of a paragraph, without images, markup and line breaks."""
    words = (
        " " if part.type in {"softbreak", "hardbreak"} else part.content
        for part in inline.children or ()
        if part.type in {"text", "code_inline", "softbreak", "hardbreak"}
    )
    return " ".join("".join(words).split())


def _plain_blocks(body: str) -> Iterator[Block]:
    blocks = re.split(r"\n\s*\n", body.strip())
    if len(blocks) == 1:
        blocks = body.splitlines()
    return ((0, " ".join(block.split())) for block in blocks if block.strip())


def _document(facts: Mapping[str, Any], blocks: list[Block]) -> Document:
    title = blocks.pop(0)[1] if blocks and blocks[0][0] == 1 else ""
    paragraphs: list[str] = []
    sections: list[tuple[str, int]] = []
    for level, words in blocks:
        first = len(paragraphs) + 1
        if not level:
            paragraphs.append(words)
        elif sections and sections[-1][1] == first:
            sections[-1] = (f"{sections[-1][0]}: {words}", first)  # a heading under a heading
        else:
            sections.append((words, first))
    if not paragraphs:
        raise ValueError("no paragraphs")
    if sections and sections[-1][1] > len(paragraphs):
        sections.pop()
    if not sections or sections[0][1] > 1:
        sections.insert(0, (OPENING, 1))
    if all(_NUMBERED.match(words) for words in paragraphs):
        paragraphs = [_NUMBERED.sub("", words, count=1) for words in paragraphs]
    return Document(
        facts,
        str(facts.get("title") or title),
        tuple(sections),
        dict(enumerate(paragraphs, start=1)),
    )
