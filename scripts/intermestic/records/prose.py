"""Prose: plain text in which `[[id]]` and `[[id|shown words]]` are links to records."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

# A full stop after a capital letter belongs to a name or abbreviation: U.S., John F. Kennedy.
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[DM]r)(?<!\bSt)(?<!\bJr)[.!?]”?(?=\s+[A-Z“\[])")
_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


@dataclass(frozen=True)
class Link:
    """A link to the record `id`, showing `words`, or the record's name where there are none."""

    id: str
    words: str


@cache
def segments(prose: str) -> tuple[str | Link, ...]:
    """Return the pieces of `prose` in order: text and links."""
    pieces: list[str | Link] = []
    end = 0
    for match in _LINK.finditer(prose):
        if match.start() > end:
            pieces.append(prose[end : match.start()])
        pieces.append(Link(match[1].strip(), " ".join((match[2] or "").split())))
        end = match.end()
    if end < len(prose):
        pieces.append(prose[end:])
    return tuple(pieces)


@cache
def links(prose: str) -> tuple[Link, ...]:
    """Return the links in `prose`, in order."""
    return tuple(piece for piece in segments(prose) if isinstance(piece, Link))


def plain(prose: str, name: Callable[[str], str]) -> str:
    """Return `prose` on one line without links; `name` gives the name of a record by its id."""
    pieces = (
        (piece.words or name(piece.id)) if isinstance(piece, Link) else piece
        for piece in segments(prose)
    )
    return " ".join("".join(pieces).split())


def between_links(prose: str) -> str:
    """Return what stands between the links in `prose`."""
    return " ".join(piece for piece in segments(prose) if isinstance(piece, str))


def stray_brackets(prose: str) -> bool:
    """Whether `[[` or `]]` is left over once all links are read, as in a link written wrongly."""
    rest = "".join(piece for piece in segments(prose) if isinstance(piece, str))
    return "[[" in rest or "]]" in rest


def first_sentence(prose: str) -> tuple[str, str]:
    """Return the first sentence of `prose`, and what follows it."""
    without_links = _LINK.sub(lambda link: "[".ljust(len(link[0]), "x"), prose)
    if match := _SENTENCE_END.search(without_links):
        return prose[: match.end()], prose[match.end() :].strip()
    return prose, ""


def shorten(text: str, length: int) -> str:
    """Return `text` cut at a word to at most `length` characters."""
    if len(text) <= length:
        return text
    return text[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def blocks(prose: str) -> list[str]:
    """Return the paragraphs of `prose`, one on a line; a line break inside a link is a space."""
    lines = _LINK.sub(lambda link: " ".join(link[0].split()), prose).split("\n")
    return [line for line in lines if line.strip()]
