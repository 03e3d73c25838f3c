"""What changes at a limit: one below it, at it and one above it, with a source that is silent."""

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from support.projects import content, context_of, rendered

from intermestic.content import Content
from intermestic.pages.registry import pages
from intermestic.pages.stances import stance_rows
from intermestic.pages.statements import StatementsPage
from intermestic.records.models import Proposition
from intermestic.rendering.render import markdown_templates

SILENT = """\
name: Northcott 2023
type: note
authors: [ines-northcott]
authorship: Signed.
date: 2023
date_basis: Printed at its head.
paragraphs: 1
sections: [{heading: Opening, first: 1}]
thesis: Says nothing of the water.
statements:
  - id: a-note
    kind: fact
    para: 1
    phrase: a short note
    text: It is a note.
"""
# Each limit with a number that the sample reaches, such as the statements on water.
LIMITS = {
    "intermestic.pages.statements.MOST_STATEMENTS": 7,
    "intermestic.pages.record.MOST_UNFOLDED": 2,
    "intermestic.pages.record.MOST_TOGETHER": 7,
    "intermestic.pages.record.MOST_DATES": 1,
    "intermestic.pages.record.MANY": 7,
    "intermestic.knowledge.MOST_COMPARED_SOURCES": 3,
    "intermestic.pages.home.ISSUES_SHOWN": 1,
    "intermestic.pages.diagrams.ties.MOST": 4,
    "intermestic.pages.diagrams.ties.FEWEST": 4,
    "intermestic.pages.diagrams.date_strip.MOST_PERIODS": 1,
    "intermestic.pages.diagrams.date_strip.MOST_DATES": 1,
}
WRITTEN_BY_HAND = {"index.md", "about.md", "guide.md", "trust.md", "publishing.md", "changelog.md"}


@pytest.fixture
def with_a_silent_source(sample: Path) -> Path:
    source = sample / "data" / "sources" / "northcott-2023.yml"
    source.write_text(SILENT, encoding="utf-8")
    return sample


def links(path: str, page: str) -> set[str]:
    """The pages to which a page links, but for those written by hand."""
    found = re.findall(r"\]\(([^)#\s]+\.md)", page)
    return {normpath(join(dirname(path), target)) for target in found} - {"downloads/index.md"}


def fewer_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Statements that are too many for a page were too many for one list long before."""
    monkeypatch.setattr("intermestic.pages.record.MOST_TOGETHER", 4)


def check(content: Content) -> None:
    """Hold that every link leads to a page, and that every page is linked and says something."""
    made = rendered(content)
    linked = set().union(*(links(path, page) for path, page in made.items()))
    assert linked - made.keys() - WRITTEN_BY_HAND == set()
    for page in pages(context_of(content)):
        frame = page.frame
        assert frame.path in linked or frame.is_former or frame.path.endswith("index.md")
        if isinstance(page, StatementsPage):
            assert frame.statements > 0


@pytest.mark.parametrize("step", [-1, 0, 1])
@pytest.mark.parametrize("limit", LIMITS)
def test_every_page_is_linked_and_says_something_around_each_limit(
    limit: str, step: int, with_a_silent_source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit.endswith("MOST_STATEMENTS"):
        fewer_together(monkeypatch)
    monkeypatch.setattr(limit, LIMITS[limit] + step)
    check(content(with_a_silent_source))


@pytest.mark.parametrize(("most", "sources"), [(6, ["northcott-2020", "northcott-2022"]), (7, [])])
def test_only_sources_that_speak_get_a_page_of_their_statements(
    most: int, sources: list[str], with_a_silent_source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer_together(monkeypatch)
    monkeypatch.setattr("intermestic.pages.statements.MOST_STATEMENTS", most)
    made = rendered(content(with_a_silent_source))
    found = [path for path in made if re.fullmatch(r"policy_areas/water/.*", path)]
    assert found == [f"policy_areas/water/{source}.md" for source in sources]
    assert "Nothing is recorded from Northcott 2023." in made["policy_areas/water.md"]


def on_a_page(macro: str, content: Content, rows: int) -> str:
    """What a macro of comparisons gives for so many rows, a silent source among their columns."""
    context = context_of(content)
    (row,) = stance_rows(context, content.knowledge.records(Proposition))
    page = next(page for page in pages(context) if page.frame.path == "actors/arcadia.md")
    source = f'{{% import "_comparison.md.jinja" as comparison with context %}}{macro}'
    return (
        markdown_templates().from_string(source).render(rows=[row] * rows, page=page, linked=set())
    )


@pytest.mark.parametrize(("rows", "folded"), [(0, 0), (1, 0), (5, 0), (6, 0), (7, 1), (8, 2)])
def test_only_the_claims_that_are_too_many_are_folded(
    rows: int, folded: int, with_a_silent_source: Path
) -> None:
    made = on_a_page("{{ comparison.at_issue(rows) }}", content(with_a_silent_source), rows)
    lines = [line for line in made.splitlines() if "The upper country pays its debt" in line]
    assert len(lines) == rows
    assert sum(line.startswith("    ") for line in lines) == folded
    assert all(line.endswith(" – |") for line in lines)  # the silent source
    assert ("??? fold" in made) == bool(folded)
