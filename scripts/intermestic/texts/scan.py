"""A scan of a text for names, dates and numbers, and for likely advice, forecasts and figures.

All that it finds is a guess, for an editor to judge.
"""

import re
from collections.abc import Collection, Iterator
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
    percent, units = "|".join(language.percent[1:]), "|".join(filter(str.isalpha, language.units))
    after = rf"\s?%|\s(?:{percent})\b|\s(?:de\s)?(?:{units or '(?!)'})\b"
    return re.compile(
        rf"(?<![\w/-])(?:{_SIGNS})?(?P<number>(?:{DIGITS}|{language.one}(?={size}))"
        rf"(?:{size}(?: {DIGITS}(?={size}))?)*)(?:{after})?(?!/\d)"
    )


@dataclass(frozen=True)
class Candidate:
    """A sentence as a likely statement of a kind: a phrase to find it, its names, its hedge.

    `number` is that of a figure, as the text writes it; `addressed` are the names before advice.
    `when` is the date in EDTF, if the sentence has one date and it is sure; `counted` is what the
    number counts, if a word says it.
    """

    kind: str
    phrase: str
    mentions: tuple[Mention, ...]
    addressed: tuple[Mention, ...] = ()
    hedge: str = ""
    number: str = ""
    when: str = ""
    counted: str = ""


@dataclass(frozen=True)
class Scan:
    """What a scan found in a paragraph, in order; each date with its EDTF form, if it is sure."""

    words: str
    mentions: tuple[Mention, ...]
    dates: tuple[tuple[str, str], ...]
    candidates: tuple[Candidate, ...]

    def name_of(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return self.words[mention.start : mention.end]


def scan_paragraph(
    words: str,
    names: NameIndex,
    language: Language = ENGLISH,
    others: Collection[tuple[int, int]] = (),
) -> Scan:
    """Scan a paragraph in a `language` for `names` of records and for what else can be found.

    A name that is part of one of the `others`, given by their places, means no record.
    """
    mentions = tuple(m for m in _with_parts(words, names) if not m.is_within(others))
    dates = list(find_dates(words))
    numbers = [
        match
        for match in _number(language).finditer(words)
        if not any(date.start() <= match.start() < date.end() for date in dates)
    ]
    return Scan(
        words,
        mentions,
        tuple(dict.fromkeys((date[0], as_edtf(date[0])) for date in dates)),
        tuple(_candidates(words, language, mentions, dates, numbers)),
    )


def _with_parts(words: str, names: NameIndex) -> Iterator[Mention]:
    """Yield the mentions in `words`; of U.S.-Mexico ties also the United States and Mexico."""
    for mention in names.mentions_in(words):
        compound = _COMPOUND.match(words, mention.start, mention.end)
        if compound:
            for part in names.mentions_in(compound[0]):
                if len(compound[0]) > part.end - part.start:
                    yield replace(
                        part, start=mention.start + part.start, end=mention.start + part.end
                    )
        yield mention


def in_base_units(number: str, language: Language = ENGLISH) -> tuple[str, str]:
    """Return the value and the unit of a number as a text writes it, the unit by its sign.

    `$1.2 billion` is 1200000000 US dollars. The value is empty if it can be read in two ways, as
    `3.300` in Spanish. Raises ValueError if it is no number.
    """
    match = _number(language).fullmatch(number)
    if not match:
        raise ValueError(f"a number, not {number}")
    values = numbers_in(match["number"], language.code)
    before, after = number[: match.start("number")], number[match.end("number") :].strip()
    unit = "percent" if after in language.percent else ""
    unit = unit or language.units.get(before) or language.units.get(after.removeprefix("de ")) or ""
    value = values.pop() if len(values) == 1 else None
    if value is None:
        return "", unit
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}", unit


def _candidates(
    words: str,
    language: Language,
    mentions: tuple[Mention, ...],
    dates: list[re.Match[str]],
    numbers: list[re.Match[str]],
) -> Iterator[Candidate]:
    """Yield one candidate for each sentence, but for questions and short comments on others."""
    figures = [number for number in numbers if _is_figure(words, language, number)]
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    for start, end in pairwise((0, *ends, len(words))):
        length = len(words[start:end].split())
        inside = tuple(mention for mention in mentions if start <= mention.start < end)
        cues = {
            "recommendation": _cue(language.recommends, language, words, start, end),
            "forecast": _cue(language.foretells, language, words, start, end),
        }
        if language.reports.search(words, start, end):
            cues["forecast"] = None
        cues["figure"] = next((n for n in figures if start <= n.start() < end), None)
        kind, cue = next(((kind, cue) for kind, cue in cues.items() if cue), ("", None))
        known = sum(start <= match.start() < end for match in (*dates, *figures))
        says = cue and (inside or (kind == "forecast" and _is_hedged(cue, language)))
        least = SHORTEST if cue else COMMENT
        is_comment = ends and length < least and not known and not says
        if is_comment or _ASKED.search(words[start:end]):
            continue
        if cue:
            yield Candidate(
                kind,
                _phrase(words, language, start, cue.start(), end),
                inside,
                tuple(_addressed(words, language, start, cue, inside)),
                _hedge(words, language, start, cue, kind) if kind != "recommendation" else "",
                cue[0] if kind == "figure" else "",
                _when(dates, start, end),
                _counted(words, language, cue) if kind == "figure" else "",
            )
        elif length > 1:
            told = known + len(language.acts.findall(words, start, end))
            judged = len(language.judges.findall(words, start, end))
            is_fact = told >= judged and (told > 0 or length >= APHORISM)
            softened = None if is_fact else language.softens.search(words, start, end)
            yield Candidate(
                "fact" if is_fact else "assessment",
                _phrase(words, language, start, start, end),
                inside,
                hedge=_in_english(_small(softened[0]), language) if softened else "",
                when=_when(dates, start, end),
            )


def _when(dates: list[re.Match[str]], start: int, end: int) -> str:
    """Return the date of a sentence in EDTF, if it has one and that is sure; else nothing."""
    inside = {date[0] for date in dates if start <= date.start() < end}
    return as_edtf(inside.pop()) if len(inside) == 1 else ""


def _cue(
    cue: re.Pattern[str], language: Language, words: str, start: int, end: int
) -> re.Match[str] | None:
    """Return the first cue of a sentence that hedges, or else the first."""
    cues = list(cue.finditer(words, start, end))
    hedged = (match for match in cues if _is_hedged(match, language))
    return next(hedged, cues[0] if cues else None)


def _is_hedged(cue: re.Match[str], language: Language) -> bool:
    return not language.plain.fullmatch(cue[0])


def _addressed(
    words: str,
    language: Language,
    start: int,
    cue: re.Match[str],
    mentions: tuple[Mention, ...],
) -> Iterator[Mention]:
    """Yield the names of those who should act: the subjects of the cue, or whom it is up to."""
    if language.hands_over.search(cue[0]):
        yield from [mention for mention in mentions if cue.end() <= mention.start][:1]
        return
    clauses = [clause.end() for clause in language.clause.finditer(words, start, cue.start())]
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


def _counted(words: str, language: Language, number: re.Match[str]) -> str:
    """Return what a number counts if the text says it in a word after it: 3 million trucks."""
    counted = language.counted and language.counted.match(words, number.end())
    return counted[1] if counted else ""


def _hedge(words: str, language: Language, start: int, cue: re.Match[str], kind: str) -> str:
    """Return what hedges a forecast, from where it begins, or a figure."""
    if kind == "figure":
        roughly = language.approximates.search(words, start, cue.start())
        return _in_english(roughly[1].lower(), language) if roughly else ""
    softened = language.softens.search(words, start, cue.start())
    hedge = f"{softened[0]} … {cue[0]}" if softened else cue[0]
    return _in_english(_small(hedge), language)


def _small(hedge: str) -> str:
    return hedge if hedge.startswith("I ") else hedge[:1].lower() + hedge[1:]


def _in_english(hedge: str, language: Language) -> str:
    """Return a hedge in English, as statements have it, if its words are known; else as it is."""
    found = [
        (match.start(), english)
        for words, english in language.hedges.items()
        if (match := re.search(rf"\b(?:{words})", hedge, re.IGNORECASE))
    ]
    return " … ".join(dict.fromkeys(english for _, english in sorted(found))) or hedge


def _phrase(words: str, language: Language, start: int, cue: int, end: int) -> str:
    """Return a few words from `cue` on, within the sentence from `start` to `end`, that are unique.

    If they are too few, or stand elsewhere in the paragraph too, words before them are added.
    """
    tokens = [token.span() for token in re.compile(r"\S+").finditer(words, start, end)]
    at = next(index for index, token in enumerate(tokens) if token[1] > cue)
    last = min(at + SHORT_PHRASE, len(tokens)) - 1
    phrase = ""
    for first in range(at, max(-1, last - PHRASE_WORDS), -1):
        phrase = words[tokens[first][0] : tokens[last][1]].strip(' ,;:.!?¿¡—–()“”«»"')
        if words.count(phrase) == 1 and (len(phrase.split()) >= FEWEST_WORDS or first == 0):
            break
    whole = re.sub(rf"(?: (?:{'|'.join(language.small)}))+\Z", "", phrase).rstrip(" ,;:—–")
    return whole if len(whole.split()) >= FEWEST_WORDS and words.count(whole) == 1 else phrase
