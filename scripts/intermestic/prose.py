"""Prose: plain text in which `[[id]]` and `[[id|shown words]]` are links to records."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")


@dataclass(frozen=True)
class Link:
    """A link to the record `id`, showing `words`, or the record's name where there are none."""

    id: str
    words: str


def segments(prose: str) -> Iterator[str | Link]:
    """The pieces of `prose` in order, text and links."""
    end = 0
    for match in _LINK.finditer(prose):
        if match.start() > end:
            yield prose[end : match.start()]
        yield Link(match[1].strip(), " ".join((match[2] or "").split()))
        end = match.end()
    if end < len(prose):
        yield prose[end:]


def links(prose: str) -> tuple[Link, ...]:
    """The links in `prose`, in order."""
    return tuple(piece for piece in segments(prose) if isinstance(piece, Link))


def stray_brackets(prose: str) -> bool:
    """Whether `[[` or `]]` is left over once all links are read: a link written wrongly."""
    rest = "".join(piece for piece in segments(prose) if isinstance(piece, str))
    return "[[" in rest or "]]" in rest
