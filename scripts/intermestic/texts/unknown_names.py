"""Search for names in a text that no record has: candidates for new records."""

import calendar
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from intermestic.records.names import fold
from intermestic.texts.mentions import Mention, NameIndex
from intermestic.texts.numbered import NumberedText

# What stands before the first word of a sentence or a quotation.
_BEFORE = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|Ms))(?<!\bMrs)\.|[!?¿¡:;“«\"(—•]")
_WORD = re.compile(r"[^\W_]+(?:[’'&](?!s\b)[^\W_]+)*")
# Small words inside a name: Bank of Canada.
_JOINTS = frozenset({"of", "for", "de", "del", "la", "los", "las", "des", "du"})
# Words with a capital that are no names: of days and months, and before names.
_NO_NAMES = frozenset(
    {*calendar.month_name, *calendar.month_abbr, *calendar.day_name}
    | {"Sept", "Dr", "Mr", "Mrs", "Ms", "Sr", "Sra", "Según", "Selon"}
)
# What comes before a person's name.
_TITLES = frozenset(
    {"Ambassador", "Chancellor", "Governor", "Minister", "President", "Prime", "Secretary"}
    | {"Senator", "Vice", "Canciller", "Embajador", "Embajadora", "Presidenta", "Presidente"}
)
_DEMONYM = 4  # letters that Chinese has in common with China
# The words of a name in their places.
Name = list[re.Match[str]]


def unknown_names(
    text: NumberedText, unknown: Mapping[int, list[tuple[int, int]]]
) -> Mapping[str, tuple[int, ...]]:
    """Return each name at the `unknown` places of `text`, and the paragraphs that have it.

    It is given once, also with the places of shorter ones that end it, as Sheinbaum ends Claudia
    Sheinbaum.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for number, places in unknown.items():
        for start, end in places:
            found[text[number][start:end]].add(number)
    whole: dict[str, set[int]] = defaultdict(set)
    for name in sorted(found, key=lambda name: (-len(name), name)):
        longer = next((other for other in whole if other.endswith(f" {name}")), name)
        whole[longer] |= found[name]
    return {name: tuple(sorted(whole[name])) for name in sorted(whole)}


def unknown_places(text: NumberedText, names: NameIndex) -> Mapping[int, list[tuple[int, int]]]:
    """Return where each name in `text` that no record has begins and ends, by paragraph."""
    lower = set(re.findall(r"\b[^\W\d_]+\b", " ".join(text.values())))
    lower = {word for word in lower if word.islower()}
    places = {}
    for number, words in text.items():
        mentions = tuple(names.mentions_in(words))
        places[number] = [
            (name[0].start(), name[-1].end())
            for name in _capitalised(words, lower)
            if not _is_known(name, mentions, names)
        ]
    return places


def _capitalised(words: str, lower: set[str]) -> Iterator[Name]:
    """Yield each run of capitalised words, with small words between.

    A word that begins a sentence is no name if it stands alone, or if the text also writes it
    without a capital.
    """
    run: Name = []
    for token in _WORD.finditer(words):
        if run and not _adjoin(run[-1], token):
            yield from _trimmed(run)
            run = []
        if _is_capitalised(token, lower) or (run and _joins(run[-1][0], token[0])):
            run.append(token)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _adjoin(word: re.Match[str], next: re.Match[str]) -> bool:
    """Whether nothing but a space, a hyphen or an initial's full stop is between two words."""
    between = word.string[word.end() : next.start()]
    return between in {" ", "-"} or (len(word[0]) == 1 and between in {".", ". "})


def _is_capitalised(token: re.Match[str], lower: set[str]) -> bool:
    """Whether `token` is a capitalised word or an initial, and not only the first of a sentence."""
    word = token[0]
    is_long = len(word) > 1 or token.string.startswith(".", token.end())
    if not (word[0].isupper() and is_long) or word in _NO_NAMES:
        return False
    return word.lower() not in lower or not _begins(token)


def _joins(before: str, word: str) -> bool:
    """Whether `word`, after `before`, may be inside a name, as `of` may, and `the` in `of the`."""
    return word in _JOINTS or (word == "the" and before in _JOINTS)


def _begins(token: re.Match[str]) -> bool:
    """Whether `token` begins a sentence or a quotation."""
    end = len(token.string[: token.start()].rstrip())
    return not end or _BEFORE.match(token.string, end - 1) is not None


def _trimmed(run: Name) -> Iterator[Name]:
    """Yield the name in `run`, if there is one."""
    while run and run[-1][0][0].islower():
        run = run[:-1]
    while run and run[0][0] in _TITLES | _JOINTS:
        run = run[1:]
    if len(run) > 1 or (run and not _begins(run[0])):
        yield run


def _is_known(words: Name, mentions: tuple[Mention, ...], names: NameIndex) -> bool:
    """Whether the `words` of a name are that of a record in other words.

    It is if a record's name ends it after a title (President Obama, but not Bank of Canada or New
    Mexico), or begins as it does (Mexico, Mexican).
    """
    *before, last = words
    if before and _begins(before[0]):  # Without Mexican labor
        before = before[1:]
    name = _in_one_of(mentions, last)
    if all(_in_one_of(mentions, token) for token in (*before, last) if token[0] not in _JOINTS):
        return True
    if name:
        leading = [token[0] for token in before if token.end() <= name.start]
        if not leading or leading[-1] in _JOINTS:
            return not leading
        is_part = leading[-1][0].isupper() and leading[-1] not in _TITLES | _NO_NAMES | {"The"}
        return not (is_part and name.start == last.start())
    return not before and names.has_beginning(fold(last[0])[:_DEMONYM])


def _in_one_of(mentions: tuple[Mention, ...], token: re.Match[str]) -> Mention | None:
    return next((m for m in mentions if m.start <= token.start() < m.end), None)
