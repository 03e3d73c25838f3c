"""The editorial rules that a record can break by itself, a function each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from intermestic.problems import quoted
from intermestic.records.base import Discussed, Record
from intermestic.records.citations import Citation
from intermestic.records.models import STORY_WORDS, Initiative, PolicyArea, Proposition, Story
from intermestic.records.names import expected_of_id
from intermestic.records.prose import between_links, first_sentence, plain, stray_brackets
from intermestic.records.source import Source
from intermestic.records.statements import PHRASE_WORDS
from intermestic.records.walk import FieldPath

# What people write who think of Markdown, or in wide brackets, and pages would show as it is.
LINK_IN_PROSE = re.compile(
    r"(?<!\[)\[[^\[\]]+\](?:\([^()\s]+\)|\[[^\[\]]*\])|\b(?:https?://|www\.)[^\s\])>]+|［［[^［］]*］］"
)
EMPHASIS = re.compile(r"(?<![\w*_`])(\*\*?|__?|`)(?![\s*_`])[^*_`\n]+(?<!\s)\1(?![\w*_`])")


@dataclass(frozen=True)
class Breach:
    """A breach of a rule by the value at `path`."""

    path: FieldPath
    found: str
    expected: str


def breaches(record: Record, prose: Iterable[tuple[FieldPath, str]]) -> Iterator[Breach]:
    """Yield every breach of a rule in `record`, whose running texts are `prose`."""
    yield from _former_ids_are_ids(record)
    for path, text in prose:
        yield from _prose_has_no_other_marks(path, text)
    if isinstance(record, Source):
        for rule in SOURCE_RULES:
            yield from rule(record)
    if isinstance(record, Discussed):
        accounts = [account.cite for account in record.accounts]
        yield from _each_is_of_one_source("accounts", accounts)
        yield from _each_source_has_one("accounts", accounts)
    if isinstance(record, PolicyArea):
        yield from _accounts_are_told_as_a_story(record)
        if record.story:
            yield from _a_story_is_a_short_sentence(record.story)
    if isinstance(record, Initiative):
        yield from _standing_is_of_one_source(record)
        yield from _proposals_have_no_parties(record)
    if isinstance(record, Proposition):
        positions = [position.cite for position in record.positions]
        yield from _each_is_of_one_source("positions", positions)
        if len({cited.source for cite in positions for cited in cite}) < 2:
            yield Breach(("positions",), "found one source", "two or more that speak to it")


def _former_ids_are_ids(record: Record) -> Iterator[Breach]:
    for index, id in enumerate(record.former_ids):
        if expected := expected_of_id(id):
            yield Breach(("former_ids", index), f"found {quoted(id)}", expected)


def _prose_has_no_other_marks(path: FieldPath, prose: str) -> Iterator[Breach]:
    text = between_links(prose)
    if stray_brackets(prose):
        yield Breach(path, "found a stray [[ or ]]", "[[id]] or [[id|shown words]]")
    if match := LINK_IN_PROSE.search(text):
        expected = "[[id]] or [[id|shown words]], and addresses in 'url'"
        yield Breach(path, f"found {quoted(match[0])}", expected)
    if match := EMPHASIS.search(text):
        yield Breach(path, f"found {quoted(match[0])}", "words without marks of Markdown")


def _an_issue_is_one_of_a_journal(source: Source) -> Iterator[Breach]:
    if source.issue and not source.journal:
        yield Breach(
            ("issue",), f"found {quoted(source.issue)}", "the 'journal' of which it is one"
        )


def _statement_ids_are_ids(source: Source) -> Iterator[Breach]:
    for index, statement in enumerate(source.statements):
        if expected := expected_of_id(statement.id):
            yield Breach(("statements", index, "id"), f"found {quoted(statement.id)}", expected)


def _statement_ids_are_unique(source: Source) -> Iterator[Breach]:
    count = Counter(statement.id for statement in source.statements)
    for index, statement in enumerate(source.statements):
        if count[statement.id] > 1:
            found = f"found {quoted(statement.id)} {count[statement.id]} times"
            yield Breach(("statements", index, "id"), found, "an id of its own")


def _paragraphs_exist(source: Source) -> Iterator[Breach]:
    for name in ("key_points", "statements", "omitted", "not_meant"):
        for index, item in enumerate(getattr(source, name)):
            if beyond := [number for number in item.para if number > source.paragraphs]:
                expected = f"at most ¶{source.paragraphs}, the text's last"
                yield Breach((name, index, "para"), f"found ¶{beyond[0]}", expected)


def _omitted_paragraphs_have_no_statements(source: Source) -> Iterator[Breach]:
    spoken_for = {number for statement in source.statements for number in statement.para}
    for index, omission in enumerate(source.omitted):
        if both := sorted(spoken_for.intersection(omission.para)):
            found = f"found ¶{both[0]}, which has statements"
            yield Breach(("omitted", index, "para"), found, "a paragraph without")


def _sections_are_in_order(source: Source) -> Iterator[Breach]:
    least = 1
    for index, section in enumerate(source.sections):
        expected = "1" if index == 0 else f"from {least} to {source.paragraphs}"
        if (
            section.first > source.paragraphs
            or section.first < least
            or (index == 0 and section.first != 1)
        ):
            yield Breach(("sections", index, "first"), f"found {section.first}", expected)
        least = max(least, section.first) + 1


def _quotations_are_short(source: Source) -> Iterator[Breach]:
    quoted_words = [
        *((("statements", i, "phrase"), it.phrase) for i, it in enumerate(source.statements)),
        *((("not_meant", i, "words"), it.words) for i, it in enumerate(source.not_meant)),
    ]
    for path, quotation in quoted_words:
        words = len(quotation.split())
        if words > PHRASE_WORDS:
            expected = f"at most {PHRASE_WORDS}, for the text is not ours"
            yield Breach(path, f"found {words} words", expected)


def _follow_ups_are_of_one_source(source: Source) -> Iterator[Breach]:
    for index, statement in enumerate(source.statements):
        cites = [follow_up.cite for follow_up in getattr(statement, "follow_ups", ())]
        for breach in _each_is_of_one_source("follow_ups", cites):
            yield Breach(("statements", index, *breach.path), breach.found, breach.expected)


def _each_is_of_one_source(field: str, cites: Sequence[Sequence[Citation]]) -> Iterator[Breach]:
    for index, cite in enumerate(cites):
        if found := _of_several_sources(cite):
            yield Breach((field, index, "cite"), found, "those of one source")


def _of_several_sources(cite: Sequence[Citation]) -> str:
    """Return what is found if citations are of more than one source; else nothing."""
    sources = sorted({citation.source for citation in cite})
    return "found citations of " + " and ".join(sources) if len(sources) > 1 else ""


def _each_source_has_one(field: str, cites: Sequence[Sequence[Citation]]) -> Iterator[Breach]:
    seen: set[str] = set()
    for index, cite in enumerate(cites):
        if cite[0].source in seen:
            found = f"found another of {cite[0].source}"
            yield Breach((field, index), found, "one of each source")
        seen.add(cite[0].source)


def _accounts_are_told_as_a_story(area: PolicyArea) -> Iterator[Breach]:
    accounts, story = area.accounts, area.story
    if accounts and not story:
        expected = "a 'story' of what happened from the first to the last"
        yield Breach(("accounts",), "found accounts alone", expected)
    told = {citation.source for citation in story.cite} if story else set()
    if story and accounts:
        ends = dict.fromkeys(account.cite[0].source for account in (accounts[0], accounts[-1]))
        for source in ends:
            if source not in told:
                expected = "one: a story goes from the first account to the last"
                yield Breach(("story", "cite"), f"found no paragraph of {source}", expected)


def _a_story_is_a_short_sentence(story: Story) -> Iterator[Breach]:
    if first_sentence(story.text)[1]:
        yield Breach(("story", "text"), "found more than one sentence", "one")
    words = len(plain(story.text, str).split())
    if words > STORY_WORDS:
        yield Breach(("story", "text"), f"found {words} words", f"at most {STORY_WORDS}")


def _standing_is_of_one_source(initiative: Initiative) -> Iterator[Breach]:
    if found := _of_several_sources(initiative.standing.cite):
        yield Breach(("standing", "cite"), found, "those of the latest source that says so")


def _proposals_have_no_parties(initiative: Initiative) -> Iterator[Breach]:
    if initiative.standing.state == "proposed" and initiative.parties:
        expected = "'proposed_by': nobody takes part in what is only proposed"
        yield Breach(("parties",), "found parties of a proposal", expected)


SOURCE_RULES = (
    _an_issue_is_one_of_a_journal,
    _statement_ids_are_ids,
    _statement_ids_are_unique,
    _paragraphs_exist,
    _omitted_paragraphs_have_no_statements,
    _sections_are_in_order,
    _quotations_are_short,
    _follow_ups_are_of_one_source,
)
