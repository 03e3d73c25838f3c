"""Renders a page again only if what it was made of has changed: for previews, where one record
of many is edited at a time.

A page is made of its page object, of what its filters ask of the knowledge base and the
editions, and of what all pages share. All this is kept with its text, and held against what
it is now.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import call, contains, eq, getitem

from intermestic.editions.history import EditionHistory
from intermestic.knowledge import Entry, KnowledgeBase
from intermestic.pages.types import Page
from intermestic.records.models import Record

# What is gone into, not compared as a whole: a record's name may be all that a page shows.
PARTS = KnowledgeBase | EditionHistory | Mapping | Entry | Record
# The steps that lead to one thing: each a function and its arguments.
Question = tuple[tuple[Callable, tuple[Hashable, ...]], ...]


class Witness:
    """Stands for a part of what pages are made of, and notes what it is asked and answers.

    Only `is` can tell it from the part.
    """

    def __init__(
        self, part: object, noted: dict[Question, object], question: Question = ()
    ) -> None:
        self._part = part
        self._noted = noted
        self._question = question

    @property
    def __class__(self) -> type:
        self._noted[*self._question, (type, ())] = type(self._part)
        return type(self._part)

    def __getattr__(self, name: str) -> object:
        return self._ask(getattr, name)

    def __getitem__(self, key: Hashable) -> object:
        return self._ask(getitem, key)

    def __call__(self, *arguments: Hashable) -> object:
        return self._ask(call, *arguments)

    def __contains__(self, key: Hashable) -> bool:
        return self._ask(contains, key)

    def __eq__(self, other: Hashable) -> bool:
        return self._ask(eq, other)

    def __iter__(self) -> Iterator:
        return iter(self._ask(tuple))

    def __len__(self) -> int:
        return self._ask(len)

    def _ask(self, step: Callable, *arguments: Hashable) -> object:
        question = (*self._question, (step, arguments))
        answer = step(self._part, *arguments)
        if callable(answer) or isinstance(answer, PARTS):
            return Witness(answer, self._noted, question)
        self._noted[question] = answer
        return answer


def _confirms(parts: tuple, noted: Mapping[Question, object]) -> bool:
    """Whether `parts` give the same answers still."""
    for question, before in noted.items():
        answer: object = parts
        try:
            for step, arguments in question:
                answer = step(answer, *arguments)
        except (LookupError, TypeError, AttributeError):
            return False  # what was asked for is gone, or something else by now
        if answer != before:
            return False
    return True


@dataclass(frozen=True)
class _Rendered:
    page: Page
    noted: Mapping[Question, object]
    text: str


class Memory:
    """The pages of the last rendering, and what each was made of."""

    def __init__(self) -> None:
        self._pages: dict[str, _Rendered] = {}
        self._noted_first: Mapping[Question, object] = {}
        self._shared: object = None

    def recall(
        self,
        pages: Iterable[Page],
        parts: tuple,
        writer: Callable[..., Callable[[Page], str]],
        shared: object,
    ) -> dict[str, str]:
        """The text of each of `pages` by its path: as remembered, or as the writer writes it.

        `writer` is given a witness of each of the `parts`, and returns what writes a page;
        what it asks before that goes for all pages. `shared` is what else they depend on.
        """
        holds = shared == self._shared and _confirms(parts, self._noted_first)
        before = self._pages if holds else {}
        noted: dict[Question, object] = {}
        write = writer(*(Witness(parts, noted)[index] for index in range(len(parts))))
        self._pages, self._shared, self._noted_first = {}, shared, dict(noted)
        for page in pages:
            known = before.get(page.path)
            if not known or known.page != page or not _confirms(parts, known.noted):
                noted.clear()
                text = write(page)
                known = _Rendered(page, dict(noted), text)
            self._pages[page.path] = known
        return {path: known.text for path, known in self._pages.items()}
