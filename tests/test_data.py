"""The real records: a test for each file, and one for each source's paragraphs."""

from pathlib import Path

import pytest
from support import PROJECT

from intermestic.editing.formatting import formatted
from intermestic.pipeline import load_knowledge
from intermestic.reading.publication import read_publication
from intermestic.records.coverage import coverage_of
from intermestic.rendering.render import render

FILES = sorted(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "data").glob("*/*.yml"))
KNOWLEDGE, PROBLEMS = load_knowledge(PROJECT)
PUBLICATION = read_publication(PROJECT)[0]
PAGES = render(KNOWLEDGE, PUBLICATION) if KNOWLEDGE and PUBLICATION else {}


@pytest.mark.parametrize("file", FILES)
def test_a_record_has_no_problems_and_a_page(file: str) -> None:
    assert [str(problem) for problem in PROBLEMS if problem.place.file == file] == []
    page = Path(file).relative_to("data").with_suffix(".md").as_posix()
    assert f"generated_from: {file}\n" in PAGES[page]


@pytest.mark.parametrize("file", FILES)
def test_a_record_has_the_form_of_all(file: str) -> None:
    text = (PROJECT / file).read_text(encoding="utf-8")
    assert formatted(text, Path(file).parent.name, file) == (text, [])


@pytest.mark.parametrize("file", [file for file in FILES if file.startswith("data/sources/")])
def test_every_paragraph_has_statements_or_a_reason_for_none(file: str) -> None:
    assert KNOWLEDGE is not None
    assert coverage_of(KNOWLEDGE.source(Path(file).stem)).open == 0


def test_the_five_texts_have_149_paragraphs() -> None:
    assert KNOWLEDGE is not None
    assert sum(KNOWLEDGE.source(id).paragraphs for id in KNOWLEDGE.ids["sources"]) == 149


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("AMLO", "actors/andres-manuel-lopez-obrador.md"),
        ("Lopez Obrador", "actors/andres-manuel-lopez-obrador.md"),
        ("Peña Nieto", "actors/enrique-pena-nieto.md"),
        ("Pena Nieto", "actors/enrique-pena-nieto.md"),
        ("SRE", "actors/sre.md"),
        ("HLED", "initiatives/hled-2021.md"),
        ("NALS", "initiatives/nals.md"),
        ("Mérida Initiative", "initiatives/merida-initiative.md"),
        ("Merida Initiative", "initiatives/merida-initiative.md"),
        ("NAFTA", "initiatives/nafta.md"),
    ],
)
def test_a_name_that_people_search_for_is_on_the_page(name: str, page: str) -> None:
    body = PAGES[page]
    named = body[body.index("# ") : body.index("Statements\n:")]
    assert name in named
