"""Resolved links: the words that a page shows, and the page to which they lead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from intermestic import addresses
from intermestic.knowledge import Claim, KnowledgeBase
from intermestic.records.citations import Citation, paragraphs
from intermestic.records.prose import Link, blocks, first_sentence, segments


@dataclass(frozen=True)
class Ref:
    """A link: its words, the path of the page to which it leads, and the anchor there, if any.

    `by` is of a link to a source, and the same for all by the same authors: `by-1-2`.
    """

    words: str
    path: str
    anchor: str = ""
    by: str = ""


# Prose with resolved links: its pieces, in order.
RichText = tuple[str | Ref, ...]


def plain(text: RichText) -> str:
    """Return `text` on one line, without its links."""
    return " ".join("".join(p.words if isinstance(p, Ref) else p for p in text).split())


@dataclass(frozen=True)
class Links:
    """A resolver of the ids, citations and prose of a knowledge base."""

    knowledge: KnowledgeBase

    def ref(self, id: str, words: str = "", anchor: str = "") -> Ref:
        """Return a link to the record `id`, with the name of the record if no words are given."""
        path = addresses.page(self.knowledge.entries[id].collection, id)
        return Ref(words or self.knowledge.name(id), path, anchor, self._by(id))

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """The authors of the sources, numbered from 1 as their first sources come."""
        authors = dict.fromkeys(it for _, source in self.knowledge.sources for it in source.authors)
        return {author: number for number, author in enumerate(authors, 1)}

    def _by(self, id: str) -> str:
        if self.knowledge.entries[id].collection != "sources":
            return ""
        authors = sorted(self._numbers[author] for author in self.knowledge.source(id).authors)
        return "-".join(map(str, ("by", *(authors or [0]))))

    def refs(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return a link to each of the records."""
        return tuple(self.ref(id) for id in ids)

    def prose(self, text: str) -> RichText:
        """Return `text` with its links resolved, but for those to the countries of the scene."""
        return tuple(
            self._of_prose(piece) if isinstance(piece, Link) else piece for piece in segments(text)
        )

    def _of_prose(self, link: Link) -> Ref | str:
        words = link.words or self.knowledge.running_name(link.id)
        return words if link.id in self.knowledge.scene else self.ref(link.id, words)

    def lead(self, text: str) -> RichText:
        """Return the first sentence of `text`."""
        return self.prose(first_sentence(text)[0])

    def rest(self, text: str) -> tuple[RichText, ...]:
        """Return the paragraphs of `text` after its first sentence."""
        return tuple(self.prose(block) for block in blocks(first_sentence(text)[1]))

    def paragraphs(self, source: str, numbers: tuple[int, ...], named: bool = True) -> Ref:
        """Return a link to paragraphs of a source: `Wayne 2021 ¶22`, or `¶22` if not `named`."""
        words = paragraphs(numbers)
        if named:
            words = f"{self.knowledge.name(source)} {words}"
        return self.ref(source, words, addresses.paragraph_anchor(numbers[0]))

    def cites(self, citations: Iterable[Citation], named: bool = True) -> tuple[Ref, ...]:
        """Return a link to the paragraphs of each citation; see `paragraphs`."""
        return tuple(self.paragraphs(cited.source, cited.paragraphs, named) for cited in citations)

    def statement(self, address: str) -> Ref:
        """Return a link to the statement `source/statement`, with the name of its source."""
        source, _, id = address.partition("/")
        return self.ref(source, anchor=addresses.statement_anchor(id))

    def permalink(self, claim: Claim) -> Ref:
        """Return a link to a claim itself, on the page of its source."""
        return self.ref(claim.source, "#", addresses.statement_anchor(claim.statement.id))

    def references(self, ids: Iterable[str]) -> tuple[Ref, ...]:
        """Return links to records and statements, from ids and `source/statement`."""
        return tuple(self.statement(id) if "/" in id else self.ref(id) for id in ids)
