"""An extension of Python-Markdown that makes it look only for inline syntax that a page can have.

It looks for each syntax in each of thousands of texts on a page; most pages have few kinds of it.
What becomes of a page is the same.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    AUTOLINK_RE,
    AUTOMAIL_RE,
    BACKTICK_RE,
    ENTITY_RE,
    ESCAPE_RE,
    HTML_RE,
    IMAGE_LINK_RE,
    LINE_BREAK_RE,
    ImageReferenceInlineProcessor,
    Pattern,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor, Treeprocessor

# What is in every text that one of these patterns matches.
SIGNS = {
    AUTOLINK_RE: "://",
    AUTOMAIL_RE: "@",
    BACKTICK_RE: "`",
    ENTITY_RE: "&",
    ESCAPE_RE: "\\",
    HTML_RE: "<",
    IMAGE_LINK_RE: "![",
    LINE_BREAK_RE: "  \n",
}
# These leave a text as it is unless the page says somewhere else where they lead.
REFERENCES = {
    ImageReferenceInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
}


class _Selection(Treeprocessor):
    """Selects the inline syntax for a page, right before it is looked for."""

    md: Markdown

    def run(self, root: Element) -> None:
        text = "".join(root.itertext())

        def can_be_there(pattern: Pattern) -> bool:
            if type(pattern) in REFERENCES and not self.md.references:
                return False
            return SIGNS.get(pattern.pattern, "") in text

        inline = self.md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        # A list serves it as well as the registry of all, and sooner.
        patterns = list(filter(can_be_there, self.md.inlinePatterns))
        inline.inlinePatterns = patterns  # type: ignore[assignment]


class InlineSyntax(Extension):
    """The extension."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Make the converter `md` select what it looks for."""
        md.treeprocessors.register(_Selection(md), "inline_syntax", 20.1)


def makeExtension(**settings: object) -> InlineSyntax:  # noqa: N802
    """Return the extension, as Python-Markdown asks for it."""
    return InlineSyntax(**settings)
