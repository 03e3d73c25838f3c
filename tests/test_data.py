"""The real records, and what is true of each of them."""

from pathlib import Path

import pytest
from support import PROJECT
from support.projects import rendered

from intermestic.content import Content, load_knowledge
from intermestic.editing.formatting import formatted
from intermestic.knowledge import KnowledgeBase
from intermestic.records.source import coverage_of

FILES = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "data").glob("*/*.yml"))


@pytest.fixture(scope="module")
def pages(real_data: Content) -> dict[str, str]:
    return rendered(real_data)


def test_no_record_has_a_problem() -> None:
    assert [str(problem) for problem in load_knowledge(PROJECT)[1]] == []


def test_every_record_has_a_page(pages: dict[str, str]) -> None:
    for file in FILES:
        page = Path(file).relative_to("data").with_suffix(".md").as_posix()
        assert f"generated_from: {file}\n" in pages[page]


def test_every_record_has_the_form_of_all() -> None:
    texts = {file: (PROJECT / file).read_text(encoding="utf-8") for file in FILES}
    made = {file: formatted(text, Path(file).parent.name, file) for file, text in texts.items()}
    assert [file for file in FILES if made[file] != (texts[file], [])] == []


def test_every_paragraph_has_statements_or_a_reason_for_none(
    real_knowledge: KnowledgeBase,
) -> None:
    sources = map(real_knowledge.source, real_knowledge.ids["sources"])
    assert [source.name for source in sources if coverage_of(source).open] == []


def test_the_first_five_texts_have_149_paragraphs(real_knowledge: KnowledgeBase) -> None:
    first = ("strategic-partnership-2009", "wayne-sarukhan-2017", "wayne-2018", "wayne-2021")
    sources = map(real_knowledge.source, (*first, "sarukhan-2021"))
    assert sum(source.paragraphs for source in sources) == 149
