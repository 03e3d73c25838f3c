"""The editorial rules that a record can break by itself, a function each."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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


class Breach(NamedTuple):
    """A breach of a rule by the value at `path`."""

    path: FieldPath
    found: str
    expected: str
    suggestion: str = ""


def breaches(record: Record, prose: Iterable[tuple[FieldPath, str]]) -> Iterator[Breach]:
    """Yield every breach of a rule in `record`, whose running texts are `prose`."""
    for index, id in enumerate(record.former_ids):
        yield from _an_id_is_one(("former_ids", index), id)
    for path, text in prose:
        yield from _prose_has_no_other_marks(path, text)
    if isinstance(record, Source):
        yield from _an_issue_is_one_of_a_journal(record)
        yield from _statements_are_told_apart(record)
        yield from _paragraphs_exist(record)
        yield from _omitted_paragraphs_have_no_statements(record)
        yield from _sections_are_in_order(record)
        yield from _quotations_are_short(record)
        yield from _follow_ups_are_of_one_source(record)
    if isinstance(record, Discussed):
        yield from _accounts_are_of_a_source_each(record)
    if isinstance(record, PolicyArea):
        yield from _accounts_are_told_as_a_story(record)
        if record.story:
            yield from _a_story_is_a_short_sentence(record.story)
    if isinstance(record, Initiative):
        expected = "those of the latest source that says so"
        yield from _cites_one_source(("standing",), record.standing.cite, expected)
        yield from _proposals_have_no_parties(record)
    if isinstance(record, Proposition):
        yield from _positions_are_of_two_sources(record)


def _an_id_is_one(path: FieldPath, id: str) -> Iterator[Breach]:
    if expected := expected_of_id(id):
        yield Breach(path, f"found {quoted(id)}", expected)


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


def _statements_are_told_apart(source: Source) -> Iterator[Breach]:
    count = Counter(statement.id for statement in source.statements)
    for index, statement in enumerate(source.statements):
        path, id = ("statements", index, "id"), statement.id
        yield from _an_id_is_one(path, id)
        if count[id] > 1:
            yield Breach(path, f"found {quoted(id)} {count[id]} times", "an id of its own")


def _follow_ups_are_of_one_source(source: Source) -> Iterator[Breach]:
    for index, statement in enumerate(source.statements):
        for number, follow_up in enumerate(getattr(statement, "follow_ups", ())):
            path = ("statements", index, "follow_ups", number)
            yield from _cites_one_source(path, follow_up.cite)


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
        most = 1 if index == 0 else source.paragraphs
        if not least <= section.first <= most:
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


def _cites_one_source(
    path: FieldPath, cite: Iterable[Citation], expected: str = "those of one source"
) -> Iterator[Breach]:
    sources = sorted({citation.source for citation in cite})
    if len(sources) > 1:
        yield Breach((*path, "cite"), "found citations of " + " and ".join(sources), expected)


def _accounts_are_of_a_source_each(record: Discussed) -> Iterator[Breach]:
    seen: set[str] = set()
    for index, account in enumerate(record.accounts):
        path, source = ("accounts", index), account.cite[0].source
        yield from _cites_one_source(path, account.cite)
        if source in seen:
            yield Breach(path, f"found another of {source}", "one of each source")
        seen.add(source)


def _positions_are_of_two_sources(proposition: Proposition) -> Iterator[Breach]:
    for index, position in enumerate(proposition.positions):
        yield from _cites_one_source(("positions", index), position.cite)
    if len({cited.source for it in proposition.positions for cited in it.cite}) < 2:
        yield Breach(("positions",), "found one source", "two or more that speak to it")


def _accounts_are_told_as_a_story(area: PolicyArea) -> Iterator[Breach]:
    if not area.accounts:
        return
    if not area.story:
        expected = "a 'story' of what happened from the first to the last"
        yield Breach(("accounts",), "found accounts alone", expected)
        return
    told = {citation.source for citation in area.story.cite}
    first, last = (area.accounts[end].cite[0].source for end in (0, -1))
    for source in dict.fromkeys((first, last)):
        if source not in told:
            expected = "one: a story goes from the first account to the last"
            yield Breach(("story", "cite"), f"found no paragraph of {source}", expected)


def _a_story_is_a_short_sentence(story: Story) -> Iterator[Breach]:
    if first_sentence(story.text)[1]:
        yield Breach(("story", "text"), "found more than one sentence", "one")
    words = len(plain(story.text, str).split())
    if words > STORY_WORDS:
        yield Breach(("story", "text"), f"found {words} words", f"at most {STORY_WORDS}")


def _proposals_have_no_parties(initiative: Initiative) -> Iterator[Breach]:
    if initiative.standing.state == "proposed" and initiative.parties:
        expected = "'proposed_by': nobody takes part in what is only proposed"
        yield Breach(("parties",), "found parties of a proposal", expected)
