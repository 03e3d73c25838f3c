"""A cache of rendered pages, for previews, in which an edit changes few of many pages."""

from collections.abc import Iterable

from intermestic.pages.base import Page
from intermestic.reading.publication import Edition
from intermestic.rendering.render import TEMPLATES, Writer


class RenderCache:
    """The pages of the last rendering, and their text: a page that equals one keeps its text."""

    def __init__(self) -> None:
        self._rendered: dict[str, tuple[Page, str]] = {}
        self._shared: object = None

    def render(self, pages: Iterable[Page], edition: Edition) -> dict[str, str]:
        """Return the Markdown of each page, by its path, as `render.render` does."""
        shared = (edition, [path.read_text("utf-8") for path in sorted(TEMPLATES.iterdir())])
        before = self._rendered if shared == self._shared else {}
        self._shared, self._rendered = shared, {}
        write = Writer(edition).write
        for page in pages:
            known = before.get(page.frame.path)
            if known is None or known[0] != page:
                known = page, write(page)
            self._rendered[page.frame.path] = known
        return {path: text for path, (_, text) in self._rendered.items()}
