"""A scan of a text for names, dates and numbers, and for likely advice, forecasts and figures.

All that it finds is a guess, for an editor to judge.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from intermestic.records.statements import PHRASE_WORDS
from intermestic.records.written_dates import as_edtf, find_dates
from intermestic.texts.mentions import Mention, NameIndex

_DONE = r"(?! (?:not )?have (?:been|had|\w+ed|\w+en)\b)"  # what should or may have been is past
_HOW = r"(?: (?:not|also|very|most|more|less|quite|highly|almost|now|only))*"
# Words that mark advice, or else a forecast; of these, all that hedges it. "Political will" and
# "the need to" are neither, and May is a month.
CUES = {
    "recommendation": re.compile(
        rf"\b(?:should{_DONE}|must{_DONE}|ought to{_DONE}|needs to|(?<!\bthe )(?<!\ba )need to"
        r"|(?:is|are) up to|is the (?:moment|time) to"
        r"|would be (?:best|better|crucial|essential|helpful|key|useful|vital|wise)"
        r"|it is (?:crucial|essential|important|key|time|vital) (?:that|to)"
        r"|(?:countries|governments|leaders|partners|sides) c(?:an|ould)|deserves?)\b",
        re.IGNORECASE,
    ),
    "forecast": re.compile(
        r"\b(?:(?:one|we) (?:can|could|may|might) (?:only )?(?:expect|hope)"
        rf"|(?:are|is|appears?|looks?|remains?|seems?){_HOW} (?:un)?likely|(?:un)?likely to"
        r"|(?:are|is) (?:bound|expected|going|poised|set) to"
        r"|(?:(?<!the )(?<!political )(?<!good )(?<!free )will|won[’']t|could|might|would"
        rf"|(?-i:may)){_DONE}"
        rf"(?:{_HOW} (?:certainly|likely|perhaps|possibly|probably|surely|well)\b)?)\b",
        re.IGNORECASE,
    ),
}
_PLAIN = ("will", "would")  # what no more than looks ahead
_CLAUSE = re.compile(r"[,;] (?:and|but|so|while|yet) ")
# What hedges a forecast from before its cue, and a figure from before its number.
_SOFTENED = re.compile(
    r"\b(?:it (?:appears|seems)|perhaps|maybe|probably"
    r"|(?:I|we) (?:believe|expect|suspect|think))\b",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(about|almost|an estimated|approximately|around|at least|close to|fewer than|less than"
    r"|more than|nearly|over|roughly|some|up to)\s\Z",
    re.IGNORECASE,
)
# Numbers that no chart would have: ranks, spans of time, all of something, and those of laws.
_NO_FIGURE = re.compile(
    r"100(?:%| percent| per cent)|\d+(?:st|nd|rd|th)\b"
    r"|[\d,.]+[- ](?:second|minute|hour|day|night|week|month|year|decade)s?\b"
)
# What somebody is reported to have said of what was then ahead, and what is asked, is no forecast.
_REPORTED = re.compile(
    r"\b(?:announced|feared|pledged|predicted|promised|said|told|whether)\b|\?[”\"’)]*\s*\Z",
    re.IGNORECASE,
)
_OF_A_LAW = re.compile(
    r"\b(?:Article|Chapter|Group|Interstate|No\.|Page|Part|Phase|Resolution|Section|Title)\s\Z"
)
# What is a fact rather than a judgement has a date, a number or an act in it.
_ACT = re.compile(
    r"\b(?:announced|agreed|began|began|called|created|established|held|launched|met|named|said"
    r"|sent|signed|took|told|visited|went|won|lost|was (?:\w+ed|born)|were \w+ed)\b"
)
# U.S.-Mexico, and other words that a hyphen joins.
_COMPOUND = re.compile(r"[^\s,]+[-–][^\s,]+")
SHORT_PHRASE, FEWEST_WORDS = 7, 4
# Small words with which no phrase ends.
_SMALL = re.compile(
    r"(?: (?:a|an|and|are|as|at|by|for|from|in|is|of|on|or|that|the|to|who|with))+\Z"
)
# Where a sentence ends: not after the full stop of an initial or an abbreviation such as U.S., nor
# before a small letter or a number, as in Jan. 20.
_SENTENCE_END = re.compile(
    r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b(?:Dr|Mr|Ms|St)\.)(?<!\b(?:Gen|Gov|Mrs|Rep|Sen)\.)[”\"’)]*\s+"
    r"(?![a-z\d])"
)
_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_UNITS = {"US$": "US dollars", "$": "US dollars", "C$": "Canadian dollars",
          "CA$": "Canadian dollars", "€": "euros", "£": "pounds"}  # fmt: skip
_PERCENT = ("percent", "per cent")
_NUMBER = re.compile(
    r"(?<![\w/-])(?P<before>US\$|CA?\$|[$€£])?(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)"
    rf"(?:(?P<after>%)|[ -](?:(?P<size>{'|'.join(_SIZES)})|{'|'.join(_PERCENT)})\b)?(?!/\d)"
)


@dataclass(frozen=True)
class Candidate:
    """A sentence as a likely statement of a kind: a phrase to find it, its names, its hedge.

    `number` is that of a figure, as the text writes it; `addressed` are the names before advice.
    """

    kind: str
    phrase: str
    mentions: tuple[Mention, ...]
    addressed: tuple[Mention, ...] = ()
    hedge: str = ""
    number: str = ""


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


def scan_paragraph(words: str, names: NameIndex) -> Scan:
    """Scan the paragraph `words` for `names` of records and for what else can be found."""
    mentions = tuple(_with_parts(words, names))
    dates = list(find_dates(words))
    numbers = [
        match
        for match in _NUMBER.finditer(words)
        if not any(date.start() <= match.start() < date.end() for date in dates)
    ]
    return Scan(
        words,
        mentions,
        tuple(dict.fromkeys((date[0], as_edtf(date[0])) for date in dates)),
        tuple(_candidates(words, mentions, dates, numbers)),
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


def in_base_units(number: str) -> tuple[str, str]:
    """Return the value and the unit of a number as a text writes it, the unit by its sign.

    `$1.2 billion` is 1200000000 US dollars. Raises ValueError if it is no number.
    """
    parts = _NUMBER.fullmatch(number)
    if not parts:
        raise ValueError(f"a number, not {number}")
    value = Decimal(parts["digits"].replace(",", "")) * _SIZES.get(parts["size"], 1)
    is_percent = parts["after"] or number.endswith(_PERCENT)
    unit = "percent" if is_percent else _UNITS.get(parts["before"] or "", "")
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}", unit


def _candidates(
    words: str,
    mentions: tuple[Mention, ...],
    dates: list[re.Match[str]],
    numbers: list[re.Match[str]],
) -> Iterator[Candidate]:
    """Yield one candidate for each sentence."""
    figures = [number for number in numbers if _is_figure(words, number)]
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(words)), len(words)]:
        inside = tuple(mention for mention in mentions if start <= mention.start < end)
        cues = {kind: _cue(cue, words, start, end) for kind, cue in CUES.items()}
        if _REPORTED.search(words[start:end]):
            cues["forecast"] = None
        cues["figure"] = next((n for n in figures if start <= n.start() < end), None)
        kind, cue = next(((kind, cue) for kind, cue in cues.items() if cue), ("", None))
        if cue:
            phrase = _phrase(words, start, cue.start(), end)
            yield Candidate(
                kind,
                phrase,
                inside,
                tuple(_addressed(words, start, cue, inside)),
                _hedge(words, start, cue, kind),
                cue[0] if kind == "figure" else "",
            )
        elif words[start:end].strip():
            is_fact = any(start <= m.start() < end for m in (*dates, *numbers))
            is_fact = is_fact or _ACT.search(words, start, end) is not None
            phrase = _phrase(words, start, start, end)
            yield Candidate("fact" if is_fact else "assessment", phrase, inside)
        start = end


def _cue(cue: re.Pattern[str], words: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first cue of a sentence that hedges, or else the first."""
    cues = list(cue.finditer(words, start, end))
    hedged = (match for match in cues if match[0] not in _PLAIN)
    return next(hedged, cues[0] if cues else None)


def _addressed(
    words: str, start: int, cue: re.Match[str], mentions: tuple[Mention, ...]
) -> Iterator[Mention]:
    """Yield the names of those who should act: the subjects of the cue, or whom it is up to."""
    if cue[0].endswith("up to"):
        yield from [mention for mention in mentions if cue.end() <= mention.start][:1]
        return
    clauses = [clause.end() for clause in _CLAUSE.finditer(words, start, cue.start())]
    before = [mention for mention in mentions if mention.end <= cue.start()]
    if not clauses or any(clauses[-1] <= mention.start for mention in before):
        yield from before  # what may be a clause may also be the last of a list


def _is_figure(words: str, number: re.Match[str]) -> bool:
    start = number.start()
    return not (_NO_FIGURE.match(words, start) or _OF_A_LAW.search(words, 0, start))


def _hedge(words: str, start: int, cue: re.Match[str], kind: str) -> str:
    """Return what hedges a forecast, from where it begins, or a figure."""
    if kind == "figure":
        roughly = _ROUGHLY.search(words, start, cue.start())
        return roughly[1].lower() if roughly else ""
    softened = _SOFTENED.search(words, start, cue.start())
    hedge = f"{softened[0]} … {cue[0]}" if softened else cue[0]
    return hedge if hedge.startswith("I ") else hedge[:1].lower() + hedge[1:]


def _phrase(words: str, start: int, cue: int, end: int) -> str:
    """Return a few words from `cue` on, within the sentence from `start` to `end`, that are unique.

    If they are too few, or stand elsewhere in the paragraph too, words before them are added.
    """
    tokens = [token.span() for token in re.compile(r"\S+").finditer(words, start, end)]
    at = next(index for index, token in enumerate(tokens) if token[1] > cue)
    last = min(at + SHORT_PHRASE, len(tokens)) - 1
    phrase = ""
    for first in range(at, max(-1, last - PHRASE_WORDS), -1):
        phrase = words[tokens[first][0] : tokens[last][1]].strip(' ,;:.!?—–()“”"')
        if words.count(phrase) == 1 and (len(phrase.split()) >= FEWEST_WORDS or first == 0):
            break
    whole = _SMALL.sub("", phrase).rstrip(" ,;:—–")
    return whole if len(whole.split()) >= FEWEST_WORDS and words.count(whole) == 1 else phrase
