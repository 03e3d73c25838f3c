"""What can be spotted in a text before anybody reads it: names, dates, figures, advice, forecasts.

All of it is a guess, for an editor to judge.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from edtf import text_to_edtf

from .mentions import Mention, Names
from .names import fold
from .statements import PHRASE_WORDS
from .texts import Text

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
_BEGINNING = re.compile(r"(?:^|(?<!\b[A-Z])\.|[!?:;“\"(—•])\s*\Z")
_MONTH = "(?:" + "|".join(calendar.month_name[1:]) + ")"
_DATE = re.compile(
    rf"\b\d{{1,2}} {_MONTH}(?:,? \d{{4}})?\b"
    rf"|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, \d{{4}})?\b"
    rf"|\b(?:{_MONTH}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of)? \d{{4}}\b"
    r"|\b(?:1[6-9]|20)\d\d(?:s|-\d\d(?:-\d\d)?)?\b"
)
_SIZES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_NUMBER = re.compile(rf"[$€£]?\d[\d,]*(?:\.\d+)?(?:%|[ -](?:{'|'.join(_SIZES)}|percent|per cent))?")
_WORD = re.compile(r"[^\W_]+(?:[’'&](?!s\b)[^\W_]+)*")
# Small words inside a name: Bank of Canada.
_JOINTS = frozenset({"of", "for", "de", "del", "la", "los", "las"})
_CALENDAR = frozenset({*calendar.month_name, *calendar.day_name})
_DEMONYM = 4  # letters that Chinese has in common with China


@dataclass(frozen=True)
class Lead:
    """A sentence that may be a statement of a kind: its cue, a phrase to find it, who is in it."""

    kind: str
    cue: str
    phrase: str
    mentions: tuple[Mention, ...]
    before_cue: tuple[Mention, ...]


@dataclass(frozen=True)
class Spotted:
    """What was spotted in a paragraph, in order; dates with their EDTF form, if they have one."""

    words: str
    mentions: tuple[Mention, ...]
    dates: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    leads: tuple[Lead, ...]

    def name_of(self, mention: Mention) -> str:
        """The words of a mention."""
        return self.words[mention.start : mention.end]


def spot(words: str, names: Names) -> Spotted:
    """What can be spotted in the paragraph `words`, with the names of the records."""
    mentions = tuple(names.mentions_in(words))
    dates = list(_DATE.finditer(words))
    numbers = [
        match
        for match in _NUMBER.finditer(words)
        if not any(date.start() <= match.start() < date.end() for date in dates)
    ]
    return Spotted(
        words,
        mentions,
        tuple(dict.fromkeys((date[0], as_edtf(date[0])) for date in dates)),
        tuple(dict.fromkeys(number[0].strip(",") for number in numbers)),
        tuple(_leads(words, mentions, numbers)),
    )


@cache
def as_edtf(words: str) -> str:
    """The EDTF form of a date, or nothing if the words leave its year open."""
    found = text_to_edtf(words) or ""
    return "" if found.startswith("X") else found


def in_base_units(number: str) -> str:
    """The value of a number as a text writes it: `$1.2 billion` is 1200000000."""
    digits, _, size = number.lstrip("$€£").replace("-", " ").partition(" ")
    value = Decimal(digits.strip("%,").replace(",", "")) * _SIZES.get(size, 1)
    return f"{value:f}".rstrip("0").rstrip(".") if value % 1 else f"{int(value)}"


def _leads(words: str, mentions: tuple[Mention, ...], numbers: list[re.Match]) -> Iterator[Lead]:
    start = 0
    for end in [*(match.start() for match in _SENTENCE_END.finditer(words)), len(words)]:
        inside = tuple(m for m in mentions if start <= m.start < end)
        cues = {kind: cue.search(words, start, end) for kind, cue in CUES.items()}
        cues["figure"] = next((n for n in numbers if start <= n.start() < end), None)
        for kind, match in cues.items():
            if match:
                phrase = _phrase(words, start, match.start(), end)
                before = tuple(m for m in inside if m.end <= match.start())
                yield Lead(kind, match[0], phrase, inside, before)
        start = end


def find_phrase(words: str) -> str:
    """A few words that begin a paragraph, to find it."""
    end = _SENTENCE_END.search(words)
    return _phrase(words, 0, 0, end.start() if end else len(words))


def _phrase(words: str, start: int, cue: int, end: int) -> str:
    """A few words, from `cue` on within the sentence from `start` to `end`, that stand only once.

    Where those are few, or stand elsewhere in the paragraph too, words before them are added.
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


def unknown_names(text: Text, names: Names) -> Mapping[str, tuple[int, ...]]:
    """Capitalised names in `text` that no record knows, and the paragraphs that have them."""
    lower = set(re.findall(r"\b[^\W\d_]+\b", " ".join(text.values())))
    lower = {word for word in lower if word.islower()}
    found: dict[str, dict[int, None]] = defaultdict(dict)
    for number, words in text.items():
        mentions = tuple(names.mentions_in(words))
        for start, end in _capitalised(words, lower):
            if not _is_known(words, start, end, mentions, names):
                found[words[start:end]][number] = None
    return _gathered({name: tuple(numbers) for name, numbers in found.items()})


def _gathered(found: Mapping[str, tuple[int, ...]]) -> Mapping[str, tuple[int, ...]]:
    """Each name once, with the places of the shorter ones that end it: Claudia Sheinbaum, and
    Sheinbaum.
    """
    numbers: dict[str, set[int]] = {}
    for name in sorted(found, key=lambda name: (-len(name), name)):
        longer = next((other for other in numbers if other.endswith(f" {name}")), name)
        numbers.setdefault(longer, set()).update(found[name])
    return {name: tuple(sorted(numbers[name])) for name in sorted(numbers)}


def _capitalised(words: str, lower: set[str]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the small words that join them: where each begins and ends.

    A word that begins a sentence is no name if it stands alone, or if the text also writes it
    without a capital.
    """
    run: list[re.Match] = []
    for token in _WORD.finditer(words):
        if run and not _adjoin(words, run[-1], token):
            yield from _span(words, run)
            run = []
        if _is_capitalised(words, token, lower) or (run and _joins(run[-1][0], token[0])):
            run.append(token)
        else:
            yield from _span(words, run)
            run = []
    yield from _span(words, run)


def _adjoin(words: str, one: re.Match, next: re.Match) -> bool:
    """Whether only a space, a hyphen or the full stop of an initial stands between two words."""
    between = words[one.end() : next.start()]
    return between in {" ", "-"} or (len(one[0]) == 1 and between in {".", ". "})


def _is_capitalised(words: str, token: re.Match, lower: set[str]) -> bool:
    """Whether `token` is a capitalised word, or an initial, and not just begins a sentence."""
    word = token[0]
    is_long = len(word) > 1 or words[token.end() : token.end() + 1] == "."
    is_common = _begins(words, token) and word.lower() in lower
    return word[0].isupper() and is_long and word not in _CALENDAR and not is_common


def _joins(before: str, word: str) -> bool:
    """Whether `word`, after `before`, may be inside a name: of, or the in "of the"."""
    return word in _JOINTS or (word == "the" and before in _JOINTS)


def _begins(words: str, token: re.Match) -> bool:
    """Whether `token` begins a sentence or a quotation."""
    return _BEGINNING.search(words, 0, token.start()) is not None


def _span(words: str, run: list[re.Match]) -> Iterator[tuple[int, int]]:
    """Where the name in `run` begins and ends, if there is one."""
    while run and run[-1][0][0].islower():
        run = run[:-1]
    if len(run) > 1 or (run and not _begins(words, run[0])):
        yield run[0].start(), run[-1].end()


def _is_known(
    words: str, start: int, end: int, mentions: tuple[Mention, ...], names: Names
) -> bool:
    """Whether a record's name ends the name from `start` to `end` (President Obama, but not
    Bank of Canada), or begins as it does (Mexico, Mexican).
    """
    *before, last = _WORD.finditer(words, start, end)
    name = _in_one_of(mentions, last)
    if all(_in_one_of(mentions, token) for token in (*before, last) if token[0] not in _JOINTS):
        return True
    if name:
        leading = [token[0] for token in before if token.end() <= name.start]
        return not leading or leading[-1] not in _JOINTS
    return last.start() == start and names.has_beginning(fold(last[0])[:_DEMONYM])


def _in_one_of(mentions: tuple[Mention, ...], token: re.Match) -> Mention | None:
    return next((m for m in mentions if m.start <= token.start() < m.end), None)
