"""A scan of a text for names, and for what kind of statement each sentence is likely to give.

All that it finds is a guess, for an editor to judge.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from intermestic.records.statements import PHRASE_WORDS
from intermestic.records.written_dates import as_edtf, find_dates
from intermestic.texts.languages import ENGLISH, Language
from intermestic.texts.mentions import Mention, NameIndex
from intermestic.texts.numbers import DIGITS, numbers_in, sizes

# U.S.-Mexico, and other words that a hyphen joins.
_COMPOUND = re.compile(r"[^\s,]+[-–][^\s,]+")
# What is asked says nothing.
_ASKED = re.compile(r"\?[”»\"’)]*\s*\Z")
SHORT_PHRASE, FEWEST_WORDS = 7, 4
# Words that a sentence has at least that is more than a comment on another, with a cue and without;
# and one of facts, if nothing tells of them.
SHORTEST, COMMENT, APHORISM = 5, 6, 12
_BARE_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
# Where a sentence ends: not after the full stop of an initial or an abbreviation such as U.S., nor
# before a small letter or a number, as in Jan. 20.
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Dr|EE|Mr|Ms|Sr|St|UU)\.)"
    r"(?<!\b(?:Dra|Gen|Gov|Mrs|Rep|Sen|Sra)\.)[”»\"’)]*\s+"
    r"(?![a-z\d])"
)
_SIGNS = r"US\$|CA?\$|[$€£]"


@cache
def _number(language: Language) -> re.Pattern[str]:
    """Return the pattern of a number, with its size, its sign and its unit: $1.2 billion, 5%."""
    size = rf"[ -](?:{'|'.join(sizes(language.code))})\b"
    units = "|".join(unit for unit in language.units if unit[-1].isalpha())
    return re.compile(
        rf"(?<![\w/-])(?P<sign>{_SIGNS})?(?P<number>(?:{DIGITS}|{language.one}(?={size}))"
        rf"(?:{size}(?: {DIGITS}(?={size}))?)*)"
        rf"(?:\s?(?P<percent>%)|\s(?:de\s)?(?P<unit>{units})\b)?(?!/\d)"
    )


@dataclass(frozen=True)
class Candidate:
    """A sentence as a likely statement of a kind: a phrase to find it, its names, its hedge.

    `addressed` are the names before advice. `when` is the date in EDTF, if the sentence has one
    date and it is sure. `value` and `unit` are those of a figure, as far as they are sure.
    """

    kind: str
    phrase: str
    mentions: tuple[Mention, ...]
    addressed: tuple[Mention, ...]
    hedge: str
    when: str
    value: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Scan:
    """What a scan found in a paragraph with these `words`, in order.

    `others` are the places of names that no record has.
    """

    words: str
    mentions: tuple[Mention, ...]
    candidates: tuple[Candidate, ...]
    others: Collection[tuple[int, int]]


def scan_paragraph(
    words: str,
    names: NameIndex,
    language: Language = ENGLISH,
    others: Collection[tuple[int, int]] = (),
) -> Scan:
    """Scan a paragraph in a `language` for `names` of records and for likely statements.

    A name that is part of one of the `others` means no record.
    """
    mentions = tuple(m for m in _with_parts(words, names) if not m.is_within(others))
    return Scan(words, mentions, tuple(_candidates(words, language, mentions)), others)


def _with_parts(words: str, names: NameIndex) -> Iterator[Mention]:
    """Yield the mentions in `words`; of U.S.-Mexico ties also the United States and Mexico."""
    for mention in names.mentions_in(words):
        compound = _COMPOUND.match(words, mention.start, mention.end)
        if compound:
            for part in names.mentions_in(compound[0]):
                if part.words != compound[0]:
                    start, end = mention.start + part.start, mention.start + part.end
                    yield replace(part, start=start, end=end)
        yield mention


@dataclass(frozen=True)
class _Sentence:
    """The sentence from `start` to `end` of a paragraph with these `words`, in a `language`."""

    words: str
    language: Language
    start: int
    end: int

    def has(self, place: int) -> bool:
        """Whether what begins at this place of the paragraph is in the sentence."""
        return self.start <= place < self.end

    def search(self, cue: re.Pattern[str], end: int | None = None) -> re.Match[str] | None:
        """Return the first `cue`, if there is one before the `end`."""
        return cue.search(self.words, self.start, self.end if end is None else end)

    def count(self, cue: re.Pattern[str]) -> int:
        """Return how often the sentence has the `cue`."""
        return len(cue.findall(self.words, self.start, self.end))


def _candidates(
    words: str, language: Language, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Yield one candidate for each sentence, but for questions and short comments on others."""
    dates = list(find_dates(words))
    figures = [
        number
        for number in _number(language).finditer(words)
        if not any(date.start() <= number.start() < date.end() for date in dates)
        and _is_figure(words, language, number)
    ]
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    for start, end in pairwise((0, *ends, len(words))):
        sentence = _Sentence(words, language, start, end)
        length = len(words[start:end].split())
        named = tuple(mention for mention in mentions if sentence.has(mention.start))
        dated = [date[0] for date in dates if sentence.has(date.start())]
        counted = [figure for figure in figures if sentence.has(figure.start())]
        kind, cue = _kind(sentence, counted)
        known = len(dated) + len(counted)
        says = cue and (named or (kind == "forecast" and _is_hedged(cue, language)))
        least = SHORTEST if cue else COMMENT
        is_comment = ends and length < least and not known and not says
        if is_comment or (not cue and length < 2) or _ASKED.search(words[start:end]):
            continue
        if not cue:
            told = known + sentence.count(language.acts)
            is_fact = told >= sentence.count(language.judges) and (told > 0 or length >= APHORISM)
            kind = "fact" if is_fact else "assessment"
        value, unit = _amount(words, language, cue) if cue and kind == "figure" else ("", "")
        yield Candidate(
            kind,
            _phrase(sentence, cue.start() if cue else start),
            named,
            tuple(_addressed(sentence, cue, named)) if cue else (),
            _hedge(sentence, kind, cue),
            as_edtf(dated[0]) if len(set(dated)) == 1 else "",
            value,
            unit,
        )


def _kind(
    sentence: _Sentence, figures: Sequence[re.Match[str]]
) -> tuple[str, re.Match[str] | None]:
    """Return the kind of which a sentence has a sign, and that sign; if of none, nothing."""
    language = sentence.language
    if cue := _cue(sentence, language.recommends):
        return "recommendation", cue
    if (cue := _cue(sentence, language.foretells)) and not sentence.search(language.reports):
        return "forecast", cue
    return ("figure", figures[0]) if figures else ("", None)


def _cue(sentence: _Sentence, cue: re.Pattern[str]) -> re.Match[str] | None:
    """Return the first cue of a sentence that hedges, or else the first."""
    cues = list(cue.finditer(sentence.words, sentence.start, sentence.end))
    hedged = (match for match in cues if _is_hedged(match, sentence.language))
    return next(hedged, cues[0] if cues else None)


def _is_hedged(cue: re.Match[str], language: Language) -> bool:
    return not language.plain.fullmatch(cue[0])


def _addressed(
    sentence: _Sentence, cue: re.Match[str], mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the names of those who should act: the subjects of the cue, or whom it is up to."""
    words, language = sentence.words, sentence.language
    if language.hands_over.search(cue[0]):
        yield from [mention for mention in mentions if cue.end() <= mention.start][:1]
        return
    clauses = [it.end() for it in language.clause.finditer(words, sentence.start, cue.start())]
    before = [mention for mention in mentions if mention.end <= cue.start()]
    if not clauses or any(clauses[-1] <= mention.start for mention in before):
        yield from before  # what may be a clause may also be the last of a list


def _is_figure(words: str, language: Language, number: re.Match[str]) -> bool:
    """Whether a number counts something: it is no year, no rank, and nothing but a number."""
    start, end = number.span()
    is_bare = number[0] == number["number"] and not re.search(r"[^\W\d]", number[0])
    counts = re.match(r"[ -][^\W\d]", words[end:]) and not _BARE_YEAR.fullmatch(number[0])
    return not (
        (is_bare and not counts)
        or language.no_figure.match(words, start)
        or language.of_a_law.search(words, 0, start)
    )


def _amount(words: str, language: Language, number: re.Match[str]) -> tuple[str, str]:
    """Return the value and the unit of a number: `$1.2 billion` is 1200000000 US dollars.

    The value is empty if it can be read in two ways, as `3.300` in Spanish. A unit that is not by
    its side may be a word after it: 3 million trucks.
    """
    written = number["percent"] or number["unit"] or number["sign"] or ""
    unit = language.units.get(written, "")
    if not unit and language.counted and (counted := language.counted.match(words, number.end())):
        unit = counted[1]
    values = numbers_in(number["number"], language.code)
    if len(values) != 1:
        return "", unit
    value = f"{values.pop():f}"
    return value.rstrip("0").rstrip(".") if "." in value else value, unit


def _hedge(sentence: _Sentence, kind: str, cue: re.Match[str] | None) -> str:
    """Return in English what hedges a forecast, from where it begins, a figure or an assessment."""
    language = sentence.language
    before = cue.start() if cue else None
    hedge = ""
    if cue and kind == "figure":
        roughly = sentence.search(language.approximates, before)
        hedge = roughly[1].lower() if roughly else ""
    elif kind in ("forecast", "assessment"):
        softened = sentence.search(language.softens, before)
        hedge = " … ".join(match[0] for match in (softened, cue) if match)
        hedge = hedge if hedge.startswith("I ") else hedge[:1].lower() + hedge[1:]
    return _in_english(hedge, language)


def _in_english(hedge: str, language: Language) -> str:
    """Return a hedge in English, as statements have it, if its words are known; else as it is."""
    found = [
        (match.start(), english)
        for words, english in language.hedges.items()
        if (match := re.search(rf"\b(?:{words})", hedge, re.IGNORECASE))
    ]
    return " … ".join(dict.fromkeys(english for _, english in sorted(found))) or hedge


def _phrase(sentence: _Sentence, cue: int) -> str:
    """Return a few words of a sentence, from `cue` on, that the paragraph has only once.

    If they are too few, or stand elsewhere in the paragraph too, words before them are added.
    """
    words = sentence.words
    tokens = [it.span() for it in re.compile(r"\S+").finditer(words, sentence.start, sentence.end)]
    at = next(index for index, token in enumerate(tokens) if token[1] > cue)
    last = min(at + SHORT_PHRASE, len(tokens)) - 1
    phrase = ""
    for first in range(at, max(-1, last - PHRASE_WORDS), -1):
        phrase = words[tokens[first][0] : tokens[last][1]].strip(' ,;:.!?¿¡—–()“”«»"')
        if words.count(phrase) == 1 and (len(phrase.split()) >= FEWEST_WORDS or first == 0):
            break
    whole = re.sub(rf"(?: (?:{'|'.join(sentence.language.small)}))+\Z", "", phrase).rstrip(" ,;:—–")
    return whole if len(whole.split()) >= FEWEST_WORDS and words.count(whole) == 1 else phrase
