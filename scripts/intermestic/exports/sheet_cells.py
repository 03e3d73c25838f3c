"""What sheets have in common: links and their places, in words for one cell."""

from collections.abc import Callable, Iterable
from typing import Any

from intermestic import addresses
from intermestic.content import Content
from intermestic.pages.links import Ref
from intermestic.serialization.columns import Column

# A sheet: what a row of it is, its columns, and what its rows are made of.
Sheet = tuple[str, Iterable[Column[Any]], Iterable[Any]]


def names(refs: Iterable[Ref]) -> str | None:
    """Return the words of links, or None if there are none."""
    return "; ".join(ref.words for ref in refs) or None


def url_column(content: Content, description: str, ref: Callable[[Any], Ref]) -> Column[Any]:
    """Return the column of the full address to which the link `ref` of an item leads."""

    def url(item: Any) -> str:
        page = addresses.canonical(content.publication.address, ref(item).path)
        return page + (f"#{ref(item).anchor}" if ref(item).anchor else "")

    return Column("url", description, url)
