"""How the records are worded: sentences once their links are filled in, and names of essays."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from intermestic.problems import Problem, quoted
from intermestic.reading.validate import ValidRecord
from intermestic.records.prose import segments
from intermestic.records.source import Source

ARTICLES = ("a", "an", "the")
# Small words within a title.
SMALL = {"a", "an", "and", "between", "for", "in", "of", "on", "or", "the", "to", "with"}
# After one of these a name of an agreement needs its article: "a deal on the agreement".
LEADING = {
    "about", "after", "against", "and", "as", "at", "before", "between", "beyond", "by", "during",
    "for", "from", "in", "into", "like", "of", "on", "or", "over", "than", "that", "through", "to",
    "toward", "under", "until", "with", "within", "without",
}  # fmt: skip
AGREEMENTS = {
    "accord", "agenda", "agreement", "alliance", "arrangement", "commitment", "dialogue",
    "doctrine", "framework", "initiative", "partnership", "program", "treaty",
}  # fmt: skip
ESSAYS = "essay|article|outline|brief|text|paper"
_WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_]))*\.?")
_ENDS_SENTENCE = re.compile(r"(^|[.!?:]|\n)[”’)\s]*[“(\s]*$")
_DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b")
_ALL_TEXTS = re.compile(rf"\b(no|none of the) (other )?({ESSAYS}|source)s?\b", re.IGNORECASE)


# Words that read badly, and what they should be.
Fault = tuple[str, str]


def check_wording(records: Iterable[ValidRecord]) -> list[Problem]:
    """Return a problem for all prose in `records` that reads badly on a page.

    Looked for are: an article before a name that has its own or before a possessive, a doubled
    word, a capital where a common noun stands, an agreement without its article, an essay called
    other than by its name, and a note on what no text has, which the next text may belie.
    """
    records = tuple(records)
    wording = _Wording(records)
    return sorted(
        valid.raw.problem(path, f"found {quoted(words)}", expected)
        for valid in records
        for path, prose in valid.prose
        for words, expected in wording.faults(prose)
    )


class _Wording:
    """The rules, with the names of all records."""

    def __init__(self, records: Sequence[ValidRecord]) -> None:
        self.names = {valid.raw.id: valid.record.running_name for valid in records}
        self.essays_of: dict[str, list[str]] = defaultdict(list)
        for valid in records:
            if isinstance(valid.record, Source):
                self.essays_of[str(valid.record.date.year)].append(valid.record.running_name)
        # Words that somewhere stand with a small letter are no proper names.
        self.common = {
            word
            for valid in records
            for _, prose in valid.prose
            for piece in segments(prose)
            for word in re.findall(r"\b[a-z]+\b", piece if isinstance(piece, str) else piece.words)
        }

    def faults(self, prose: str) -> Iterator[Fault]:
        """Yield what reads badly in a text."""
        before = ""
        for piece in segments(" ".join(prose.split())):
            if isinstance(piece, str):
                before += piece
            elif piece.words or piece.id not in self.names:
                before += piece.words
            else:
                name = self.names[piece.id]
                last = (_WORD.findall(before) or [""])[-1] if before[-1:] == " " else ""
                if expected := self._expected(before, last, piece.id):
                    yield f"{last} {name}".strip(), expected
                before += name
        for doubled in _DOUBLED.finditer(before):
            if doubled[1] not in ("that", "had"):
                yield doubled[0], "the word once"
        yield from self._of_essays(before)
        if match := _ALL_TEXTS.search(before):
            yield match[0], "the texts that were searched, by name: the next one may have it"

    def _expected(self, before: str, last: str, id: str) -> str:
        """Return what a mere [[id]] should be, if not that, after text that ends in `last`."""
        name = self.names[id]
        first, *rest = _WORD.findall(name) or [name]
        end = rest[-1] if rest else ""
        if _needs_noun(last) and first.lower() in ARTICLES:
            return f"[[{id}|…]] without its article, or no article before it"
        if _needs_noun(last) and any(map(_is_possessive, (first, *rest[:2]))):
            return f"[[{id}|…]] with words that go after {quoted(last)}"
        if last and last.lower() == first.lower():
            return f"{quoted(last)} once"
        if "(" in name:
            return f"[[{id}|…]] with words for a sentence"
        if self._is_common(first, rest) and not _ENDS_SENTENCE.search(before):
            return f"[[{id}|{name[:1].lower()}{name[1:]}]]"
        is_agreement = end[:1].isupper() and end.lower() in AGREEMENTS
        return f"{last} the [[{id}]]" if is_agreement and last.lower() in LEADING else ""

    def _is_common(self, first: str, rest: list[str]) -> bool:
        """Whether a name is a common noun with the capital that begins a title.

        Titles of institutions have more capitals: "Department of State", but "Border wall" and
        "Renegotiation of NAFTA".
        """
        next_word = next((word for word in rest if word not in SMALL), "")
        is_title = next_word[:1].isupper() and not next_word.isupper()
        return first.istitle() and first.lower() in self.common and not is_title

    def _of_essays(self, words: str) -> Iterator[Fault]:
        """Yield where a text calls an essay other than by its name."""
        pattern = rf"\b(\d{{4}}) (?:{ESSAYS})s?\b|\b(?:{ESSAYS})s? of (\d{{4}})\b"
        for match in re.finditer(pattern, words, re.IGNORECASE):
            year = match[1] or match[2]
            if year in self.essays_of and match[0] not in self.essays_of[year]:
                named = " or ".join(quoted(name) for name in sorted(self.essays_of[year]))
                yield match[0], f"the name of the source: {named}"


def _needs_noun(word: str) -> bool:
    """Whether a noun without an article must follow: after an article or a possessive."""
    return word.lower() in (*ARTICLES, "his", "her", "its", "our", "their") or _is_possessive(word)


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s"))
