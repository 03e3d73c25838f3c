"""A scan of a text for names, dates and numbers, and for likely advice, forecasts and figures.

All that it finds is a guess, for an editor to judge.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from intermestic.records.dates import parse_date
from intermestic.records.statements import PHRASE_WORDS
from intermestic.texts.mentions import Mention, NameIndex

# Words that mark advice, and words that mark a forecast; "political will" is none.
CUES = {
    "recommendation": re.compile(r"\b(?:should|must|ought|needs? to)\b", re.IGNORECASE),
    "forecast": re.compile(
        r"\b(?:(?<!the )(?<!political )(?<!good )(?<!free )will|likely|unlikely)\b", re.IGNORECASE
    ),
}
SHORT_PHRASE, FEWEST_WORDS = 7, 4
# Where a sentence ends: not after the full stop of an initial or an abbreviation such as U.S.
_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)[”\"’)]*\s+")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_MONTH = "(?:" + "|".join(calendar.month_name[1:]) + ")"
_DATE = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?:,? \d{{4}})?\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?\b"
    rf"|\b(?:{_MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? \d{{4}}\b"
    r"|\b(?:1[6-9]|20)\d\d(?:s|-\d\d(?:-\d\d)?)?\b"
)
# The dates among them of which it is sure what they mean: `2009-10` may be two years, `1900s` a
# century.
_SURE_DATES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<day>\d{{1,2}}) (?P<month>{_MONTH}),? (?P<year>\d{{4}})",
        rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?, (?P<year>\d{{4}})",
        rf"(?P<month>{_MONTH}|{'|'.join(_SEASONS)})(?: of)? (?P<year>\d{{4}})",
        r"(?P<year>\d{4}-\d\d-\d\d|\d{4})",
        r"(?P<decade>\d\d[1-9])0s",
    )
)
_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(rf"[$€£]?\d[\d,]*(?:\.\d+)?(?:%|[ -](?:{'|'.join(_SIZES)}|percent|per cent))?")


@dataclass(frozen=True)
class Candidate:
    """A sentence that may be a statement of a kind: its cue, a phrase to find it, its names."""

    kind: str
    cue: str
    phrase: str
    mentions: tuple[Mention, ...]
    before_cue: tuple[Mention, ...]


@dataclass(frozen=True)
class Scan:
    """What a scan found in a paragraph, in order; each date with its EDTF form, if it is sure."""

    words: str
    mentions: tuple[Mention, ...]
    dates: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    candidates: tuple[Candidate, ...]

    def name_of(self, mention: Mention) -> str:
        """Return the words of a mention."""
        return self.words[mention.start : mention.end]


def scan_paragraph(words: str, names: NameIndex) -> Scan:
    """Scan the paragraph `words` for `names` of records and for what else can be found."""
    mentions = tuple(names.mentions_in(words))
    dates = list(_DATE.finditer(words))
    numbers = [
        match
        for match in _NUMBER.finditer(words)
        if not any(date.start() <= match.start() < date.end() for date in dates)
    ]
    return Scan(
        words,
        mentions,
        tuple(dict.fromkeys((date[0], as_edtf(date[0])) for date in dates)),
        tuple(dict.fromkeys(number[0].strip(",") for number in numbers)),
        tuple(_candidates(words, mentions, numbers)),
    )


def as_edtf(words: str) -> str:
    """Return the date that a text writes as `words` in EDTF, or nothing unless it is surely meant.

    A date without a year is left open, and so is one that the calendar does not have.
    """
    match = next(filter(None, (form.fullmatch(words) for form in _SURE_DATES)), None)
    if match is None:
        return ""
    parts = match.groupdict()
    if decade := parts.get("decade"):
        return f"{decade}X"
    month = (parts.get("month") or "").lower()
    numbers = [_MONTHS.get(month) or _SEASONS.get(month), parts.get("day")]
    edtf = "-".join([parts["year"], *(f"{int(number):02}" for number in numbers if number)])
    try:
        return parse_date(edtf).edtf
    except ValueError:
        return ""


def in_base_units(number: str) -> str:
    """Return the value of a number as a text writes it: `$1.2 billion` is 1200000000."""
    digits, _, size = number.lstrip("$€£").replace("-", " ").partition(" ")
    value = Decimal(digits.strip("%,").replace(",", "")) * _SIZES.get(size, 1)
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def _candidates(
    words: str, mentions: tuple[Mention, ...], numbers: list[re.Match[str]]
) -> Iterator[Candidate]:
    start = 0
    for end in [*(match.start() for match in _SENTENCE_END.finditer(words)), len(words)]:
        inside = tuple(m for m in mentions if start <= m.start < end)
        cues = {kind: cue.search(words, start, end) for kind, cue in CUES.items()}
        cues["figure"] = next((n for n in numbers if start <= n.start() < end), None)
        for kind, match in cues.items():
            if match:
                phrase = _phrase(words, start, match.start(), end)
                before = tuple(m for m in inside if m.end <= match.start())
                yield Candidate(kind, match[0], phrase, inside, before)
        start = end


def find_phrase(words: str) -> str:
    """Return a few words that begin a paragraph, to find it by."""
    end = _SENTENCE_END.search(words)
    return _phrase(words, 0, 0, end.start() if end else len(words))


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
    return phrase
