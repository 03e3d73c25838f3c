"""Holds the knowledge base against the texts themselves, which are not part of the project.

A text is a Markdown file named by its source's id, each paragraph on a line `[22] …`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath

from .fields import Path, Prose, walk
from .knowledge import KnowledgeBase
from .load import Raw
from .models import Source
from .names import SMALL_NUMBERS, fold, without_accents
from .problems import Problem, quoted
from .prose import Link, segments
from .statements import Figure
from .validate import dotted

COPIED_WORDS = 10
NAMED_COLLECTIONS = ("actors", "initiatives", "policy_areas", "terms")
# Whose names are words that a text writes with a capital or without.
COMMON_NAMES = ("policy_areas", "terms")
_PARAGRAPH = re.compile(r"^\[(\d+)\] (.+)$", re.MULTILINE)
_NAME = "nameofarecord"
_WORD = re.compile(r"[^\W_]+")

Text = Mapping[int, str]


@dataclass(frozen=True)
class Fault:
    """Something in the record `id`, at `path`, that its text does not bear out."""

    id: str
    path: Path
    found: str
    expected: str


def read_texts(folder: FilePath) -> dict[str, Text]:
    """The texts in `folder`: source id to paragraph number to its words."""
    return {
        file.stem: {
            int(number): words
            for number, words in _PARAGRAPH.findall(file.read_text(encoding="utf-8"))
        }
        for file in sorted(folder.glob("*.md"))
    }


def check_fidelity(
    knowledge: KnowledgeBase, texts: Mapping[str, Text], raws: Iterable[Raw]
) -> list[Problem]:
    """What in `knowledge` the `texts` do not bear out, each in its place in `raws`."""
    by_id = {raw.id: raw for raw in raws}
    faults = [
        *_wrong_paragraph_counts(knowledge, texts),
        *_phrases_not_found(knowledge, texts),
        *_numbers_not_found(knowledge, texts),
        *_copied_sentences(knowledge, texts),
        *_untrue_silences(knowledge, texts),
    ]
    return sorted(
        Problem(by_id[f.id].place(f.path), dotted(f.path) or "(file)", f.found, f.expected)
        for f in faults
    )


def _sources(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[tuple[str, Source]]:
    for id in knowledge.ids.get("sources", ()):
        if id in texts:
            yield id, knowledge.source(id)


def _wrong_paragraph_counts(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[Fault]:
    for id, source in _sources(knowledge, texts):
        if source.paragraphs != len(texts[id]):
            expected = f"{len(texts[id])}, as the text has"
            yield Fault(id, ("paragraphs",), f"found {source.paragraphs}", expected)


def _phrases_not_found(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[Fault]:
    for id, source in _sources(knowledge, texts):
        for index, statement in enumerate(source.statements):
            times = sum(texts[id].get(n, "").count(statement.phrase) for n in statement.para)
            if times != 1:
                found = f"found {quoted(statement.phrase)} {times} times in the paragraph"
                yield Fault(
                    id, ("statements", index, "phrase"), found, "it once, letter for letter"
                )


def _numbers_not_found(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[Fault]:
    for id, source in _sources(knowledge, texts):
        for index, statement in enumerate(source.statements):
            if not isinstance(statement, Figure):
                continue
            words = fold(" ".join(texts[id].get(n, "") for n in statement.para))
            for field, forms in _written(statement).items():
                if not any(_stands_in(form, words) for form in forms):
                    found = f"found {getattr(statement, field)}, which the paragraph does not write"
                    yield Fault(id, ("statements", index, field), found, "a number of the text")


def _stands_in(number: str, words: str) -> bool:
    """Whether `number` stands in `words` as a whole, not as part of a longer one."""
    return re.search(rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)", words) is not None


_LARGE = (("thousand", 10**3), ("million", 10**6), ("billion", 10**9))
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def _written(figure: Figure) -> dict[str, set[str]]:
    """The ways in which a text may write the number, and the upper end of its range if any."""
    forms = {"value": _forms(figure.value)}
    if figure.upper:
        forms["upper"] = _forms(figure.upper)
        for name, size in _LARGE:
            low, high = figure.value / size, figure.upper / size
            forms["value"].add(f"{low.normalize():f} to ${high.normalize():f} {name}")
    if figure.value == 1:
        forms["value"].add(figure.unit.split()[0])  # "the previous decade"
    return forms


def _forms(number: Decimal) -> set[str]:
    forms = {f"{number:f}", f"{number:,f}"}
    if number in range(len(SMALL_NUMBERS)):
        forms.add(SMALL_NUMBERS[int(number)])
        forms.update(_ORDINALS[int(number) : int(number) + 1])
    if number == 2:
        forms.add("twice")
    for name, size in _LARGE:
        head = f"{(number / size).normalize():f}"
        forms |= {f"{head} {name}", f"{head}-{name}"}
        if head == "1":
            forms.add(f"a {name}")
    return forms - {""}


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _copied_sentences(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[Fault]:
    origin = {
        run: f"{id} ¶{number}"
        for id, text in texts.items()
        for number, words in text.items()
        for run in _runs(_words(words), COPIED_WORDS)
    }
    for entry in knowledge.entries.values():
        for path, marks, value in walk(entry.record):
            if any(isinstance(mark, Prose) for mark in marks):
                words = _words("".join(_own_words(knowledge, piece) for piece in segments(value)))
                run = next((run for run in _runs(words, COPIED_WORDS) if run in origin), ())
                if run:
                    found = f"found {quoted(' '.join(run), 90)}, which is {origin[run]}"
                    yield Fault(entry.id, path, found, "our own words")


def _own_words(knowledge: KnowledgeBase, piece: str | Link) -> str:
    """What is ours to word: text, but not the name of a record, which stands for itself."""
    if isinstance(piece, str):
        return piece
    record = knowledge.entries[piece.id].record
    return piece.words if piece.words not in {"", record.name, *record.aliases} else f" {_NAME} "


def _untrue_silences(knowledge: KnowledgeBase, texts: Mapping[str, Text]) -> Iterator[Fault]:
    """Records that a text names, though no statement of its source concerns them."""
    named = _Names(knowledge)
    for source in sorted(texts.keys() & knowledge.entries.keys()):
        first_named: dict[str, int] = {}
        for number, words in texts[source].items():
            for id in named.found_in(words):
                first_named.setdefault(id, number)
        for id, number in first_named.items():
            if all(said.source != source for said in knowledge.said_about.get(id, ())):
                found = f"{source} names it in ¶{number}, but no statement there is about it"
                yield Fault(id, (), found, "a statement that links to it")


class _Names:
    """All names of records, for finding them in a text; where two overlap the longer counts."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.ids: dict[str, set[str]] = {}
        for collection in NAMED_COLLECTIONS:
            for id in knowledge.ids.get(collection, ()):
                record = knowledge.entries[id].record
                names = {record.name, *record.aliases}
                if collection in COMMON_NAMES:
                    names |= {name.lower() for name in names}
                for name in names:
                    self.ids.setdefault(_spoken(name).strip(), set()).add(id)
        longest_first = sorted(self.ids, key=lambda name: (-len(name), name))
        self.pattern = re.compile(r"(?<= )(?:" + "|".join(longest_first) + r")(?= )")

    def found_in(self, words: str) -> Iterator[str]:
        for match in self.pattern.finditer(_spoken(words)):
            yield from sorted(self.ids[match[0]])


def _spoken(text: str) -> str:
    """Words between single spaces, with their case, for "la" is not LA, but without accents."""
    return f" {' '.join(_WORD.findall(without_accents(text)))} "
