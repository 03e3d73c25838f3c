"""A comparison of the records with their texts, which are not part of the project."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from intermestic.knowledge import KnowledgeBase
from intermestic.problems import Problem, quoted
from intermestic.reading.load import RawRecord
from intermestic.reading.validate import ValidRecord
from intermestic.records.prose import Link, segments
from intermestic.records.source import Source, coverage_of
from intermestic.records.statements import Figure
from intermestic.texts.mentions import NameIndex
from intermestic.texts.numbered import NumberedText
from intermestic.texts.numbers import numbers_in
from intermestic.texts.phrases import exact_words, words_of
from intermestic.texts.unknown_names import unknown_places

COPIED_WORDS = 10
ONCE = "it once, letter for letter"
_NAME = "nameofarecord"


def check_fidelity(
    records: Iterable[ValidRecord],
    knowledge: KnowledgeBase | None,
    texts: Mapping[str, NumberedText],
) -> list[Problem]:
    """Return a problem for everything in `records` with which the `texts` disagree.

    Phrases and numbers are looked up source by source; copied words and missing statements only
    if all records are valid and make up `knowledge`.
    """
    records = tuple(records)
    problems: list[Problem] = []
    for valid in records:
        raw, source = valid.raw, valid.record
        if isinstance(source, Source) and raw.id in texts:
            for rule in (
                _wrong_paragraph_count,
                _phrases_not_found,
                _numbers_not_found,
                _refused_in_vain,
            ):
                problems += rule(raw, source, texts[raw.id])
            if knowledge:
                problems += _longer_than_the_text(raw, source, texts[raw.id], knowledge)
    if knowledge:
        problems += _copied_sentences(records, knowledge, texts)
        problems += _untrue_silences(records, knowledge, texts)
    return sorted(problems)


def _wrong_paragraph_count(raw: RawRecord, source: Source, text: NumberedText) -> Iterator[Problem]:
    if source.paragraphs != len(text):
        found, expected = f"found {source.paragraphs}", f"{len(text)}, as the text has"
        yield raw.problem(("paragraphs",), found, expected)


def _longer_than_the_text(
    raw: RawRecord, source: Source, text: NumberedText, knowledge: KnowledgeBase
) -> Iterator[Problem]:
    ours = sum(len(knowledge.plain(statement.text).split()) for statement in source.statements)
    theirs = sum(len(words.split()) for words in text.values())
    if ours >= theirs:
        found = f"found {ours:,} words of statements"
        yield raw.problem(("statements",), found, f"fewer than the {theirs:,} of the text")


def _phrases_not_found(raw: RawRecord, source: Source, text: NumberedText) -> Iterator[Problem]:
    for index, statement in enumerate(source.statements):
        phrase = statement.phrase
        times = sum(text.get(number, "").count(phrase) for number in statement.para)
        if times == 1:
            continue
        found, expected = f"found {quoted(phrase)} {times} times in the paragraph", ONCE
        meant = _meant(phrase, (text.get(number, "") for number in statement.para))
        elsewhere = [number for number, words in text.items() if phrase in words]
        if elsewhere and not times:
            expected += f" (it stands in ¶{elsewhere[0]})"
        yield raw.problem(("statements", index, "phrase"), found, expected, "" if times else meant)


def _refused_in_vain(raw: RawRecord, source: Source, text: NumberedText) -> Iterator[Problem]:
    """Yield the words, said not to mean a record, that a paragraph does not have."""
    for index, other in enumerate(source.not_meant):
        for number in other.para:
            if other.words not in text.get(number, ""):
                found = f"found {quoted(other.words)} 0 times in ¶{number}"
                meant = _meant(other.words, [text.get(number, "")])
                expected = "words of it, letter for letter"
                yield raw.problem(("not_meant", index, "words"), found, expected, meant)


def _meant(phrase: str, paragraphs: Iterable[str]) -> str:
    """Return words of the `paragraphs` that differ from `phrase` only in case, accents or signs."""
    return next((found for words in paragraphs for found in exact_words(phrase, words)), "")


def _numbers_not_found(raw: RawRecord, source: Source, text: NumberedText) -> Iterator[Problem]:
    for index, statement in enumerate(source.statements):
        if not isinstance(statement, Figure):
            continue
        words = " ".join(text.get(number, "") for number in statement.para)
        written = numbers_in(words, source.written_in)
        for field in ("value", "upper"):
            number = getattr(statement, field)
            if number is not None and number not in written:
                found = f"found {number}, which the paragraph does not write"
                yield raw.problem(("statements", index, field), found, "a number of the text")


def _runs(words: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _copied_sentences(
    records: Iterable[ValidRecord], knowledge: KnowledgeBase, texts: Mapping[str, NumberedText]
) -> Iterator[Problem]:
    origin = {
        run: f"{id} ¶{number}"
        for id, text in texts.items()
        for number, words in text.items()
        for run in _runs(words_of(words), COPIED_WORDS)
    }
    for valid in records:
        for path, text in valid.prose:
            words = words_of("".join(_own_words(knowledge, piece) for piece in segments(text)))
            run = next((run for run in _runs(words, COPIED_WORDS) if run in origin), ())
            if run:
                found = f"found {quoted(' '.join(run), 90)}, which is {origin[run]}"
                yield valid.raw.problem(path, found, "our own words")


def _own_words(knowledge: KnowledgeBase, piece: str | Link) -> str:
    """Return a piece of prose if it is in our words; the name of a record is not."""
    if isinstance(piece, str):
        return piece
    record = knowledge.entries[piece.id].record
    return piece.words if piece.words not in {"", *record.names} else f" {_NAME} "


def _untrue_silences(
    records: Iterable[ValidRecord], knowledge: KnowledgeBase, texts: Mapping[str, NumberedText]
) -> Iterator[Problem]:
    """Yield records that a text names, though no statement of its source is about them.

    Its own authors need no statement: they stand on the source's page.
    """
    entries = [(entry.collection, entry.id, entry.record) for entry in knowledge.entries.values()]
    languages = {source.written_in for id, source in knowledge.sources if id in texts}
    names = {code: NameIndex(entries, code) for code in languages}
    spoken_of: dict[str, set[str]] = defaultdict(set)
    for record, claims in knowledge.claims_about.items():
        for claim in claims:
            spoken_of[claim.source].add(record)
    for valid in records:
        id, source = valid.raw.id, valid.record
        if not (isinstance(source, Source) and id in texts):
            continue
        named = _named(source, texts[id], names[source.written_in])
        for ids, (number, name) in named.items():
            if not {*spoken_of[id], *source.authors}.intersection(ids):
                found = f"found none about {' or '.join(ids)}, which ¶{number} names {quoted(name)}"
                expected = "one that links to it, or in 'not_meant' what else the words mean"
                yield valid.raw.problem(("statements",), found, expected)


def _named(
    source: Source, text: NumberedText, names: NameIndex
) -> dict[tuple[str, ...], tuple[int, str]]:
    """Return the records that a text names, each with the first place and the words.

    Paragraphs that are still open are left out, for that is said of them already; so are names
    within longer ones that no record has, such as Mexico in Bank of Mexico, and within words of
    which the source says that they mean something else.
    """
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    open_paragraphs = coverage_of(source).open_paragraphs
    others = unknown_places(text, names)
    for number in sorted(text.keys() - open_paragraphs):
        words = text[number]
        refused = [
            match.span()
            for other in source.not_meant
            if number in other.para
            for match in re.finditer(re.escape(other.words), words)
        ]
        for mention in names.mentions_in(words):
            if not mention.is_within([*others[number], *refused]):
                first.setdefault(mention.ids, (number, mention.words))
    return first
