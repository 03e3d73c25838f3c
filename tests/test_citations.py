"""How to cite a source, a statement and a page, in words; and the facts behind it."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from support.projects import edit, knowledge_of

from intermestic import addresses
from intermestic.citations.formats import PARAGRAPHS, STATEMENT
from intermestic.citations.works import Author, citation, page_work, source_work
from intermestic.content import Content, load_knowledge
from intermestic.exports import bibliography
from intermestic.knowledge import KnowledgeBase
from intermestic.records.citations import paragraphs
from intermestic.records.publication import Publication


def test_a_source_is_cited_with_all_that_is_known(knowledge: KnowledgeBase) -> None:
    assert citation(source_work(knowledge, "northcott-2020")) == (
        "Inés Northcott, “Sharing a River”, The River Council, March 2020, "
        "https://rivers.example/sharing"
    )


def test_a_text_without_title_is_called_untitled(knowledge: KnowledgeBase) -> None:
    assert citation(source_work(knowledge, "northcott-2022")) == (
        "Inés Northcott, untitled note, 14 May 2022"
    )


def test_a_text_without_a_named_author_says_so(knowledge: KnowledgeBase) -> None:
    work = replace(source_work(knowledge, "northcott-2022"), authors=())
    assert citation(work) == "Unnamed author, untitled note, 14 May 2022"


def test_three_authors_are_listed_with_a_comma_and_an_and(knowledge: KnowledgeBase) -> None:
    authors = (Author("Ana"), Author("Ben"), Author("Cleo"))
    work = replace(source_work(knowledge, "northcott-2022"), authors=authors)
    assert citation(work) == "Ana, Ben and Cleo, untitled note, 14 May 2022"


def test_a_paragraph_of_a_source_is_cited_before_its_address(knowledge: KnowledgeBase) -> None:
    cited = citation(source_work(knowledge, "northcott-2020"), "¶2–3")
    assert cited.endswith("March 2020, ¶2–3, https://rivers.example/sharing")


def test_a_page_is_cited_with_its_edition_and_address(
    knowledge: KnowledgeBase, publication: Publication
) -> None:
    work = page_work("initiatives/river-pact.md", "River Pact", knowledge, publication)
    assert work.id == "intermestic:initiatives-river-pact"
    assert citation(work) == (
        "Intermestic editors, “River Pact”, in Intermestic, edition 0.1, 22 November 2026, "
        "https://intermestic.example/initiatives/river-pact/"
    )


def test_the_home_page_is_cited_as_the_site(
    knowledge: KnowledgeBase, publication: Publication
) -> None:
    work = page_work("index.md", "Home", knowledge, publication)
    assert work.id == "intermestic"
    assert citation(work) == (
        "Intermestic editors, “Intermestic”, edition 0.1, 22 November 2026, "
        "https://intermestic.example/"
    )


@pytest.mark.parametrize(
    ("name", "sort_name", "author"),
    [
        ("Inés Northcott", "Northcott, Inés", ("Northcott", "Inés")),
        ("Ana María de la Vega", "de la Vega, Ana María", ("de la Vega", "Ana María")),
        ("Prime minister", "Arcadia, prime minister of (unnamed)", ("", "")),
        ("Inés Northcott", "Inés Northcott", ("", "")),
    ],
)
def test_a_name_is_split_only_where_the_sort_name_turns_it_round(
    sample: Path, name: str, sort_name: str, author: tuple[str, str]
) -> None:
    path = sample / "data" / "actors" / "ines-northcott.yml"
    text = path.read_text(encoding="utf-8").replace("name: Inés Northcott", f"name: {name}", 1)
    text = text.replace("sort_name: Northcott, Inés", f"sort_name: {sort_name}")
    path.write_text(text, encoding="utf-8")
    knowledge, problems = load_knowledge(sample)
    assert knowledge is not None, problems
    assert source_work(knowledge, "northcott-2020").authors == (Author(name, *author),)


@pytest.mark.parametrize(
    ("type", "journal", "kind", "container", "publisher"),
    [
        ("essay", "", "webpage", "The River Council", ""),
        ("newspaper essay", "", "webpage", "The River Council", ""),
        ("Policy Brief", "", "report", "", "The River Council"),
        (
            "essay",
            "journal: '[[river-council]]'\n",
            "magazine",
            "River Council",
            "The River Council",
        ),
        (
            "policy brief",
            "journal: The Weir\nissue: 3-4\n",
            "article",
            "The Weir",
            "The River Council",
        ),
    ],
)
def test_a_source_is_of_a_kind_by_its_journal_its_type_and_its_address(
    sample: Path, type: str, journal: str, kind: str, container: str, publisher: str
) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("type: essay\n", f"type: {type}\n{journal}"), encoding="utf-8")
    knowledge, problems = load_knowledge(sample)
    assert knowledge is not None, problems
    work = source_work(knowledge, "northcott-2020")
    assert (work.kind, work.form, work.container, work.publisher) == (
        kind,
        type,
        container,
        publisher,
    )


def test_what_an_institution_published_elsewhere_than_on_the_web_is_a_report(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    edit(path, "url: https://rivers.example/sharing\n", "")
    assert source_work(knowledge_of(sample), "northcott-2020").kind == "report"
    edit(path, "publisher: The [[river-council]]\n", "")
    assert source_work(knowledge_of(sample), "northcott-2020").kind == "document"


def test_an_article_is_cited_with_its_journal_issue_and_date(sample: Path) -> None:
    path = sample / "data" / "sources" / "northcott-2020.yml"
    edit(path, "date: 2020-03\n", "date: 2020-21\njournal: The Weir\nissue: 12\n")
    assert citation(source_work(knowledge_of(sample), "northcott-2020")) == (
        "Inés Northcott, “Sharing a River”, The Weir, The River Council, no. 12, spring 2020, "
        "https://rivers.example/sharing"
    )


def test_every_statement_can_be_cited_with_its_paragraphs_in_every_format(data: Content) -> None:
    files = {
        file.path: json.loads(file.content)
        for file in bibliography.files(data)
        if file.path.endswith(addresses.CLAIM_CITATIONS)
    }
    assert len(files) == len(data.knowledge.ids["sources"])
    for claim in data.knowledge.claims:
        numbers = paragraphs(claim.statement.para)
        forms = files[f"sources/{claim.source}/cite-claim.json"]
        cited = {
            form: text.replace(PARAGRAPHS, numbers).replace(STATEMENT, claim.statement.id)
            for form, text in forms.items()
        }
        address = addresses.statement(data.publication.address, claim.address)
        place = f"{numbers}; in {data.publication.name}, edition {data.publication.edition.number}"
        assert cited["text"].endswith(f"; in {place.partition('; in ')[2]}, {address}")
        assert f", {numbers}" in cited["text"]
        (item,) = json.loads(cited["csl-json"])
        assert item["note"] == f"{place}, {address}"
        assert f"N1  - {place}, {address}\n" in cited["ris"]
        assert place in cited["bibtex"]
        assert item["id"].endswith(f"{claim.source}/{claim.statement.id}")
