"""Prose: plain text in which `[[id]]` and `[[id|shown words]]` are links to records."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")
_STOP = re.compile(r"[.!?][”’\")]*(?= )")
# A full stop after these ends no sentence: initials and acronyms, titles and such.
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e))\.$")


@dataclass(frozen=True)
class Link:
    """A link to the record `id`, showing `words`, or the record's name where there are none."""

    id: str
    words: str


@lru_cache(maxsize=100_000)
def segments(prose: str) -> tuple[str | Link, ...]:
    """The pieces of `prose` in order, text and links."""
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


def links(prose: str) -> tuple[Link, ...]:
    """The links in `prose`, in order."""
    return tuple(piece for piece in segments(prose) if isinstance(piece, Link))


def stray_brackets(prose: str) -> bool:
    """Whether `[[` or `]]` is left over once all links are read: a link written wrongly."""
    rest = "".join(piece for piece in segments(prose) if isinstance(piece, str))
    return "[[" in rest or "]]" in rest


def plain(prose: str, name: Callable[[str], str]) -> str:
    """`prose` on one line without links; `name` gives the name of a record by its id."""
    pieces = (
        (piece.words or name(piece.id)) if isinstance(piece, Link) else piece
        for piece in segments(prose)
    )
    return " ".join("".join(pieces).split())


def first_sentence(text: str) -> str:
    """The first sentence of `text`, which is on one line; `U.S.` ends none."""
    for stop in _STOP.finditer(text):
        sentence, rest = text[: stop.end()], text[stop.end() :].lstrip(' “‘"(')
        if not rest[:1].islower() and not _ABBREVIATED.search(sentence):
            return sentence
    return text


def counted(number: int, noun: str) -> str:
    """`1 problem`, `2 problems`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def listed(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *first, last = tuple(names) or ("",)
    return " and ".join(filter(None, (", ".join(first), last)))
