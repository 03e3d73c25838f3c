"""What no renderer makes of a page: its metadata, its citations, its social card."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from intermestic import addresses
from intermestic.citations.formats import PageCitations
from intermestic.content import Content
from intermestic.pages.base import Frame
from intermestic.site.cards import kept_card, kept_cards
from intermestic.site.head import Metadata, metadata
from intermestic.site.pipeline import Outcome
from intermestic.site.settings import theme_words


class PageParts:
    """The parts of the pages of `content`.

    `frame` returns the frame of a page that is made from records, by its path; other pages are
    written by hand. Cards and the search index are kept below `root`, the folder of the project.
    """

    def __init__(self, content: Content, frame: Callable[[str], Frame | None], root: Path) -> None:
        self.content = content
        self.cards = kept_cards(root)
        self.root = root
        self._citations = PageCitations(content.knowledge, content.publication)
        self._generated = frame

    @cached_property
    def words(self) -> dict[str, str]:
        """The words of the theme."""
        return theme_words(self.content.publication.edition)

    def is_written(self, path: str) -> bool:
        """Return whether the page at `path` is written by hand."""
        return self._generated(path) is None

    def metadata(self, path: str, title: str) -> Metadata | None:
        """Return the metadata of the page at `path`, or None if it stands at a former address.

        `title` counts if it is written by hand.
        """
        frame, content = self._frame(path, title), self.content
        if frame.is_former:
            return None
        return metadata(frame, content.knowledge, content.publication)

    def beside(self, path: str, title: str) -> dict[str, bytes]:
        """Return what stands beside that page, by path: its citation in each format, its card.

        Nothing stands beside a page at a former address.
        """
        frame = self._frame(path, title)
        if frame.is_former:
            return {}
        citations = self._citations.files(path, frame.title, frame.sources)
        picture = kept_card(self.cards, frame, self.content.publication.name)
        return {**citations, addresses.asset_path(path, addresses.CARD): picture}

    def _frame(self, path: str, title: str) -> Frame:
        by_hand = Frame(path, title, template="")
        return self._generated(path) or self.content.context.gathering(by_hand)


def built_parts(outcome: Outcome, root: Path) -> PageParts | None:
    """Return the parts of the pages that were built for the project at `root`, if they were."""
    frames = {frame.path: frame for frame in outcome.frames}
    return PageParts(outcome.content, frames.get, root) if outcome.content else None
