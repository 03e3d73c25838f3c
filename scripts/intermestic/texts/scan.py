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

    Names have their places in the sentence; `addressed` are those before advice. `when` is the
    date in EDTF, if the sentence has one date and it is sure. `value` and `unit` are those of a
    figure, as far as they are sure.
    """

    kind: str
    phrase: str
    mentions: tuple[Mention, ...]
    addressed: tuple[Mention, ...]
    hedge: str
    when: str
    value: str
    unit: str


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


def _candidates(
    words: str, language: Language, mentions: tuple[Mention, ...]
) -> Iterator[Candidate]:
    """Yield one candidate for each sentence, but for questions and short comments on others."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    for start, end in pairwise((0, *ends, len(words))):
        sentence = words[start:end]
        named = tuple(
            replace(mention, start=mention.start - start, end=mention.end - start)
            for mention in mentions
            if start <= mention.start < end
        )
        dates = list(find_dates(sentence))
        figures = [
            number
            for number in _number(language).finditer(sentence)
            if not any(date.start() <= number.start() < date.end() for date in dates)
            and _is_figure(number, language)
        ]
        kind, cue = _kind(sentence, language, figures)
        length, known = len(sentence.split()), len(dates) + len(figures)
        says = cue and (named or (kind == "forecast" and _is_hedged(cue, language)))
        least = SHORTEST if cue else COMMENT
        is_comment = ends and length < least and not known and not says
        if is_comment or (not cue and length < 2) or _ASKED.search(sentence):
            continue
        if not cue:
            told = known + len(language.acts.findall(sentence))
            judged = len(language.judges.findall(sentence))
            is_fact = told >= judged and (told > 0 or length >= APHORISM)
            kind = "fact" if is_fact else "assessment"
        value, unit = _amount(cue, language) if cue and kind == "figure" else ("", "")
        when = {date[0] for date in dates}
        yield Candidate(
            kind,
            _phrase(words, language, sentence, cue.start() if cue else 0),
            named,
            tuple(_addressed(cue, language, named)) if cue else (),
            _hedge(sentence, language, kind, cue),
            as_edtf(when.pop()) if len(when) == 1 else "",
            value,
            unit,
        )


def _kind(
    sentence: str, language: Language, figures: Sequence[re.Match[str]]
) -> tuple[str, re.Match[str] | None]:
    """Return the kind of which a sentence has a sign, and that sign; if of none, nothing."""
    if cue := _cue(sentence, language, language.recommends):
        return "recommendation", cue
    cue = _cue(sentence, language, language.foretells)
    if cue and not language.reports.search(sentence):
        return "forecast", cue
    return ("figure", figures[0]) if figures else ("", None)


def _cue(sentence: str, language: Language, cue: re.Pattern[str]) -> re.Match[str] | None:
    """Return the first cue of a sentence that hedges, or else the first."""
    cues = list(cue.finditer(sentence))
    hedged = (match for match in cues if _is_hedged(match, language))
    return next(hedged, cues[0] if cues else None)


def _is_hedged(cue: re.Match[str], language: Language) -> bool:
    return not language.plain.fullmatch(cue[0])


def _addressed(
    cue: re.Match[str], language: Language, mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the names of those who should act: the subjects of the cue, or whom it is up to."""
    if language.hands_over.search(cue[0]):
        yield from [mention for mention in mentions if cue.end() <= mention.start][:1]
        return
    clauses = [clause.end() for clause in language.clause.finditer(cue.string, 0, cue.start())]
    before = [mention for mention in mentions if mention.end <= cue.start()]
    if not clauses or any(clauses[-1] <= mention.start for mention in before):
        yield from before  # what may be a clause may also be the last of a list


def _is_figure(number: re.Match[str], language: Language) -> bool:
    """Whether a number counts something: it is no year, no rank, and nothing but a number."""
    sentence, start = number.string, number.start()
    is_bare = number[0] == number["number"] and not re.search(r"[^\W\d]", number[0])
    has_word = re.match(r"[ -][^\W\d]", sentence[number.end() :])
    counts = has_word and not _BARE_YEAR.fullmatch(number[0])
    return not (
        (is_bare and not counts)
        or language.no_figure.match(sentence, start)
        or language.of_a_law.search(sentence, 0, start)
    )


def _amount(number: re.Match[str], language: Language) -> tuple[str, str]:
    """Return the value and the unit of a number: `$1.2 billion` is 1200000000 US dollars.

    The value is empty if it can be read in two ways, as `3.300` in Spanish. A unit that is not by
    its side may be a word after it: 3 million trucks.
    """
    written = number["percent"] or number["unit"] or number["sign"] or ""
    unit = language.units.get(written, "")
    counted = language.counted and language.counted.match(number.string, number.end())
    if counted and not unit:
        unit = counted[1]
    values = numbers_in(number["number"], language.code)
    if len(values) != 1:
        return "", unit
    value = f"{values.pop():f}"
    return value.rstrip("0").rstrip(".") if "." in value else value, unit


def _hedge(sentence: str, language: Language, kind: str, cue: re.Match[str] | None) -> str:
    """Return in English what hedges a forecast, from where it begins, a figure or an assessment."""
    before = sentence[: cue.start()] if cue else sentence
    hedge = ""
    if kind == "figure":
        roughly = language.approximates.search(before)
        hedge = roughly[1].lower() if roughly else ""
    elif kind in ("forecast", "assessment"):
        softened = language.softens.search(before)
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


def _phrase(words: str, language: Language, sentence: str, cue: int) -> str:
    """Return a few words of a sentence, from `cue` on, that stand once in its paragraph.

    If they are too few, or stand elsewhere in the paragraph too, words before them are added.
    """
    tokens = [token.span() for token in re.finditer(r"\S+", sentence)]
    at = next(index for index, token in enumerate(tokens) if token[1] > cue)
    last = min(at + SHORT_PHRASE, len(tokens)) - 1
    phrase = ""
    for first in range(at, max(-1, last - PHRASE_WORDS), -1):
        phrase = sentence[tokens[first][0] : tokens[last][1]].strip(' ,;:.!?¿¡—–()“”«»"')
        if words.count(phrase) == 1 and (len(phrase.split()) >= FEWEST_WORDS or first == 0):
            break
    whole = re.sub(rf"(?: (?:{'|'.join(language.small)}))+\Z", "", phrase).rstrip(" ,;:—–")
    return whole if len(whole.split()) >= FEWEST_WORDS and words.count(whole) == 1 else phrase
